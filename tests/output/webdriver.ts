/** Firefox and WebKit, in which tests look at pages: commands of WebDriver, to the one over its own socket, to the other over HTTP. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
const MINI_BROWSER = ['4.1', '4.0']
  .map(
    (version) =>
      `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
  )
  .find(existsSync);
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** A browser with one window. */
interface Session {
  open(url: string): Promise<void>;
  /** What a script returns, run as the body of a function. */
  run(script: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Clicks as a mouse does, and types as a keyboard does; @param selector of CSS */
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** Makes what shows of a page as wide as this, in pixels. */
  widen(width: number): Promise<void>;
  /** A picture of the window, as PNG. */
  picture(): Promise<Buffer>;
  /** What the browser has complained of so far: errors of scripts, and what its security policy refused. */
  complaints(): Promise<string[]>;
  /** The folder into which it saves. */
  readonly downloads: string;
  close(): Promise<void>;
}

const WIDEST = 1920;

type Send = (command: Command, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** The commands that are used: as Firefox calls them, and where the driver of WebKit listens to them. */
const COMMANDS = {
  open: ['WebDriver:Navigate', 'POST /url'],
  run: ['WebDriver:ExecuteScript', 'POST /execute/sync'],
  resize: ['WebDriver:SetWindowRect', 'POST /window/rect'],
  picture: ['WebDriver:TakeScreenshot', 'GET /screenshot'],
  find: ['WebDriver:FindElement', 'POST /element'],
  click: ['WebDriver:ElementClick', 'POST /element/ID/click'],
  clear: ['WebDriver:ElementClear', 'POST /element/ID/clear'],
  type: ['WebDriver:ElementSendKeys', 'POST /element/ID/value'],
} as const;
type Command = keyof typeof COMMANDS;

/** Tries until it succeeds, for ten seconds at most. */
async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let i = 0; ; i++) {
    try {
      return await attempt();
    } catch (error) {
      if (i === 100) throw error;
      await pause(100);
    }
  }
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });

/** The part of a session that is the same everywhere. */
async function sessionOf(
  send: Send,
  rest: Omit<Session, 'open' | 'run' | 'click' | 'type' | 'picture'>,
): Promise<Session> {
  const find = async (selector: string) => {
    const found = await send('find', { using: 'css selector', value: selector });
    return { id: Object.values(found as Record<string, string>)[0] };
  };
  return {
    ...rest,
    open: async (url) => void (await send('open', { url })),
    run: (script, ...args) => send('run', { script, args }),
    click: async (selector) => void (await send('click', await find(selector))),
    async type(selector, text) {
      const element = await find(selector);
      await send('clear', element);
      await send('type', { ...element, text });
    },
    picture: async () => Buffer.from(String(await send('picture', { full: false })), 'base64'),
  };
}

/** Messages as Marionette writes them: their length in bytes, a colon, and JSON. */
class Marionette {
  private readonly waiting = new Map<number, (reply: readonly [number, number, unknown, unknown]) => void>();
  private received = Buffer.alloc(0);
  private asked = 0;

  constructor(private readonly socket: Socket) {
    socket.on('data', (data) => this.hear(data));
  }

  async send(name: string, parameters: object = {}): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    const text = JSON.stringify([0, id, name, parameters]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await new Promise<readonly [number, number, unknown, unknown]>((resolve) =>
      this.waiting.set(id, resolve),
    );
    if (error !== null) throw new Error(`${name}: ${JSON.stringify(error)}`);
    const { value } = result as { value?: unknown };
    return value === undefined ? result : value;
  }

  private hear(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (let colon = this.received.indexOf(':'); colon > 0; colon = this.received.indexOf(':')) {
      const end = colon + 1 + Number(this.received.subarray(0, colon));
      if (this.received.length < end) return;
      const message = JSON.parse(String(this.received.subarray(colon + 1, end)));
      this.received = this.received.subarray(end);
      // The first message is no reply: it says who is there.
      if (Array.isArray(message)) this.waiting.get(message[1])?.(message as never);
    }
  }
}

/** Opens Firefox. @param folder for its profile and what it saves */
async function openFirefox(folder: string): Promise<Session> {
  const profile = join(folder, 'firefox');
  const downloads = join(folder, 'firefox-downloads');
  for (const each of [profile, downloads]) mkdirSync(each, { recursive: true });
  const preferences = {
    ...{ 'marionette.port': 0, 'browser.download.folderList': 2, 'browser.download.dir': downloads },
    // It would look for experiments, updates and portals.
    ...{ 'app.normandy.enabled': false, 'app.update.enabled': false, 'nimbus.rollouts.enabled': false },
    ...{ 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false },
    'services.settings.server': 'data:,',
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const browser = spawn(
    FIREFOX!,
    [
      '--headless',
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      profile,
      'about:blank',
    ],
    { env: { ...process.env, HOME: folder, MOZ_CRASHREPORTER_DISABLE: '1' }, stdio: 'ignore' },
  );
  const socket = await eventually(async () => {
    const port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
    return await new Promise<Socket>((resolve, reject) => {
      const made = connect(port, '127.0.0.1', () => resolve(made));
      made.once('error', reject);
    });
  });
  const marionette = new Marionette(socket);
  await marionette.send('WebDriver:NewSession');
  const send: Send = (command, parameters) => marionette.send(COMMANDS[command][0], parameters);
  /** Runs a script in the browser itself. */
  const chrome = async (script: string) => {
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    const result = await send('run', { script, args: [] });
    await marionette.send('Marionette:SetContext', { value: 'content' });
    return result;
  };
  return sessionOf(send, {
    downloads,
    async widen(width) {
      await send('resize', { x: 0, y: 0, width: WIDEST, height: 1100 });
      // Its windows have a least width, which is that of its bars.
      await chrome(`gBrowser.selectedBrowser.style.maxWidth = '${width}px'`);
      await eventually(async () => {
        if ((await send('run', { script: 'return innerWidth', args: [] })) !== width)
          throw new Error(`not ${width} wide`);
      });
    },
    async complaints() {
      // Those of its own program are its own affair.
      return (await chrome(
        `return Services.console.getMessageArray().map(String).filter((text) => /"(?:file|blob):/.test(text))`,
      )) as string[];
    },
    async close() {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => browser.kill());
      socket.destroy();
      await ended(browser);
    },
  });
}

/** Keeps what a page complains of. */
const LISTEN = `window.complaints = [];
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => complaints.push('refused ' + blockedURI));`;

/** Opens the engine of Safari, on a screen that nobody sees. */
async function openWebKit(folder: string): Promise<Session> {
  // It saves at home.
  const downloads = join(folder, 'webkit');
  mkdirSync(downloads, { recursive: true });
  const screen = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '2000x1300x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise((resolve) =>
    screen.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  let base = '';
  let driver: ChildProcess | undefined;
  const close = async () => {
    for (const child of [driver, screen]) {
      child?.kill();
      if (child !== undefined) await ended(child);
    }
  };
  const request = async (method: string, path: string, body?: object): Promise<unknown> => {
    const asked = method === 'POST' ? { method, body: JSON.stringify(body ?? {}) } : { method };
    const response = await fetch(base + path, asked);
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  // It takes no free port of its own choice.
  const port = 20_000 + (process.pid % 20_000);
  base = `http://127.0.0.1:${port}`;
  // Nobody looks, so it need not compose what it shows: that is a third of its work.
  driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}`, HOME: downloads, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
    stdio: 'ignore',
  });
  try {
    await eventually(() => request('GET', '/status'));
    const options = { binary: MINI_BROWSER, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = (await request('POST', '/session', { capabilities })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    const send: Send = (command, { id, ...parameters } = {}) => {
      const [method, path] = COMMANDS[command][1].replace('ID', String(id)).split(' ') as [string, string];
      return request(method, session + path, parameters);
    };
    const own = await sessionOf(send, {
      downloads,
      widen: async (width) => void (await send('resize', { x: 0, y: 0, width, height: 1100 })),
      // It hands out no console; of what failed while it read a page, the answer that does not come tells.
      complaints: async () => (await send('run', { script: 'return complaints', args: [] })) as string[],
      async close() {
        await request('DELETE', session).catch(() => undefined);
        await close();
      },
    });
    return {
      ...own,
      async open(url) {
        await own.open(url);
        await own.run(LISTEN);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The browsers, and what of them the machine lacks. */
export const otherBrowsers = [
  { name: 'Firefox', missing: FIREFOX === undefined ? ['firefox-esr'] : [], open: openFirefox },
  {
    name: 'WebKit',
    missing: [
      ...(existsSync(WEBKIT_DRIVER) && MINI_BROWSER !== undefined ? [] : ['webkit2gtk-driver']),
      ...(existsSync(XVFB) ? [] : ['xvfb']),
    ],
    open: openWebKit,
  },
];
