/** Links to chapters, in as much of a browser as they use. */

import { afterEach, expect, it, vi } from 'vitest';

// What runs in a browser has types of its own, which tests have not.
const module: string = '../../../src/output/page/browser/contents.js';
const { keepSettingInAddress } = (await import(module)) as {
  keepSettingInAddress: (isSet: () => boolean) => void;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page with one chapter, folded or not; a click on a link says whether the browser may follow it, and where it went. */
function pageWith(isSet: boolean, fold?: { open: boolean; parentElement: null }) {
  const gone: string[] = [];
  const chapter = {
    tabIndex: -1,
    closest: () => fold ?? null,
    scrollIntoView: () => gone.push('shown'),
    focus: () => gone.push('focused'),
  };
  class Link {
    constructor(readonly href: string | undefined) {}
    closest = () => (this.href === undefined ? null : { getAttribute: () => this.href });
  }
  let click: (event: object) => void = () => {};
  vi.stubGlobal('Element', Link);
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'costs' ? chapter : null) });
  vi.stubGlobal('addEventListener', (_: string, listener: typeof click) => {
    click = listener;
  });
  keepSettingInAddress(() => isSet);
  return (href: string | undefined, more: object = {}) => {
    gone.length = 0;
    let isFollowed = true;
    const preventDefault = () => {
      isFollowed = false;
    };
    click({ target: new Link(href), button: 0, defaultPrevented: false, preventDefault, ...more });
    return { isFollowed, gone: [...gone] };
  };
}

it('a link to a chapter leaves a setting in the address, and goes there', () => {
  const fold = { open: false, parentElement: null };
  const click = pageWith(true, fold);
  expect(click('#costs')).toEqual({ isFollowed: false, gone: ['shown', 'focused'] });
  expect(fold.open).toBe(true);
  // A link to a setting, to nothing, for another tab, and a click on no link are the browser's.
  for (const [href, more] of [
    ['#cohort.size=40', {}],
    ['#', {}],
    ['#costs', { ctrlKey: true }],
    [undefined, {}],
  ] as const)
    expect(click(href, more)).toEqual({ isFollowed: true, gone: [] });
});

it('a link to a chapter is the browser’s where nothing is set', () => {
  expect(pageWith(false)('#costs')).toEqual({ isFollowed: true, gone: [] });
});
