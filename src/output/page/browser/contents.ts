/** The links of the page to its own chapters. */

/** Whether a click is meant for another tab or window. */
const goesElsewhere = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button !== 0 || ctrlKey || metaKey || shiftKey || altKey;

/** Goes to a chapter as the browser would: opens what it is folded in, and reading goes on from there. */
function goTo(chapter: HTMLElement): void {
  for (let fold = chapter.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  chapter.scrollIntoView();
  if (chapter.tabIndex < 0) chapter.tabIndex = -1;
  chapter.focus({ preventScroll: true });
}

/** Lets links to chapters leave the address alone where it holds a setting, which a reload would lose. @param isSet whether it does */
export function keepSettingInAddress(isSet: () => boolean): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute('href')?.slice(1);
    const chapter = id ? document.getElementById(id) : null;
    if (chapter === null || goesElsewhere(event) || event.defaultPrevented || !isSet()) return;
    event.preventDefault();
    goTo(chapter);
  });
}
