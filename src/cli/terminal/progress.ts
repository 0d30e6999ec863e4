/** The progress of a run on standard error: a bar on a terminal, nothing in a pipe; and the notes of the run. */

import type { SingleBar } from 'cli-progress';
import type { Language } from '../../output/language.js';
import type { Caller, Progress } from '../../run/caller.js';
import type { CommandContext } from '../command.js';
import type { Spoken } from '../options.js';
import { onWriting, printMessage } from './screen.js';
import { followTime, formatTime } from './time-left.js';

/** Shows progress as a bar that is there while there are steps to be done. */
async function openBar(language: Language): Promise<{ show(progress: Progress): void; stop(): void }> {
  const { SingleBar: Bar, Presets } = await import('cli-progress');
  const { wordsIn } = await import('../../output/words/words.js');
  const { hour, toGo } = wordsIn(language).screen.notes;
  const secondsLeft = followTime(() => performance.now());
  const options = {
    format: '{bar} {percentage} %{said}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 20,
  };
  let bar: SingleBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    show(progress) {
      const { done, total, name } = progress;
      const seconds = secondsLeft(progress);
      const time = seconds === undefined ? '' : `${formatTime(seconds, hour)} ${toGo}`;
      const said = [time, name].map((part) => part && ` | ${part}`).join('');
      if (done >= total) stop();
      else if (bar === undefined) {
        bar = new Bar(options, Presets.shades_classic);
        bar.start(total, done, { said });
      } else {
        bar.setTotal(total);
        bar.update(done, { said });
      }
    },
    stop,
  };
}

/** Runs something that reports its progress to the terminal. */
export async function onTerminal<Result>(
  { signal, commandLine, onKept }: CommandContext,
  { quiet, lang }: Spoken & { readonly quiet: boolean },
  run: (caller: Caller) => Promise<Result>,
): Promise<Result> {
  const note = quiet ? () => {} : printMessage;
  const bar = quiet || !process.stderr.isTTY ? undefined : await openBar(lang);
  // It comes back with the next step.
  onWriting(bar?.stop);
  try {
    return await run({
      onProgress: bar?.show,
      note,
      language: lang,
      warn: printMessage,
      signal,
      commandLine,
      onKept,
    });
  } finally {
    bar?.stop();
    onWriting(undefined);
  }
}
