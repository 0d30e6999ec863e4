import { readFileSync, existsSync } from 'node:fs';
import { parse } from 'yaml';
import { parse as csv } from 'csv-parse/sync';
import { scenarioSchema } from '/work/main/src/domain/schema.js';
import { runDraw, referenceFirst } from '/work/main/src/simulation/draw-run.js';
import { keyOfSeed } from '/work/main/src/simulation/seed.js';
import { buildApproach } from '/work/main/src/domain/approach.js';
import { approachMeasures, occupancyMeasures, measureKey } from '/work/main/src/domain/measures.js';
import { centralScenario } from '/work/main/src/domain/draw.js';
const R='/work/main/';
const load=(p:string)=>parse(readFileSync(p,'utf8'));
const merge=(a:any,b:any):any=>{ if(a&&b&&typeof a==='object'&&typeof b==='object'&&!Array.isArray(a)&&!Array.isArray(b)&&typeof a.value!=='number'&&typeof b.value!=='number'){const o={...a};for(const k in b)o[k]=k in a?merge(a[k],b[k]):b[k];return o;} return b;};
export function loadTree(name:string){ const find=(n:string)=>[`${R}scenarios/${n}.yaml`,`${R}data/${n}.yaml`].find(existsSync)!;
 const rec=(n:string):any=>{const t=load(find(n)); const ext=t.extends?[].concat(t.extends):[]; let base={}; for(const e of ext) base=merge(base,rec(e)); return merge(base,t);};
 let t=rec(name); t=merge(load(`${R}data/regimes/${t.regime}.yaml`),t); const r=scenarioSchema.safeParse(t); if(!r.success){console.log(JSON.stringify(r.error.issues.slice(0,8),null,1)); process.exit(1);} return r.data; }
export const norms=csv(readFileSync(R+'data/norms.csv'),{columns:true,cast:(v,c)=>['couple','single','single_18_20'].includes(String(c.column))&&!c.header?Number(v):v}) as any;
export function run(tree:any,{reps=1,draw=0,draws=1,size}:any={}){ if(size) tree={...tree,cohort:{...tree.cohort,size}}; const task={tree,norms,key:keyOfSeed('1'),draws,replications:reps,approaches:referenceFirst(tree,Object.keys(tree.approaches)),persons:false}; return {task,res:runDraw(task,draw)}; }
if(process.argv[1]!.includes('try')){
 const tree=loadTree(process.argv[2]??'national'); 
 const t0=Date.now(); const {task,res}=run(tree,{reps:2,size:10000}); console.log((Date.now()-t0)/1000,'s for',20000*task.approaches.length,'lives');
 const sc=centralScenario(tree);
 task.approaches.forEach((a,i)=>{ const b=buildApproach(sc,a,norms); const ms=[...approachMeasures(sc,b),...occupancyMeasures(sc)]; const x=res.approaches[i]!; console.log(a, b.model.transitions.length,'transitions'); const V=ms.length;
  console.log(ms.map((m,v)=>`${measureKey(m)} ${(x.means[v]!).toFixed(3)}`).join('\n'));
  const st=b.model.tracks.flatMap(t=>t.states.map(s=>t.name+'.'+s)); const H=121; const n=20000; 
  for(const m of [0,3,6,12,18,24,30,36,42,48,66,72,96,120]) console.log(m, st.map((s,k)=>[s,x.occupancy[k*H+m]!/n] as const).filter(([s,v])=>/income|inburg|search.open|sanction.cut/.test(s)&&v>0.0005).map(([s,v])=>s.replace('income.','').replace('inburgering.','i:')+' '+(100*v).toFixed(1)).join(' '));
 });
}
