/** The progress of a run on standard error: a bar on a terminal, nothing in a pipe; and the notes of the run. */

import type { SingleBar } from 'cli-progress';
import type { Language } from '../../output/language.js';
import type { Caller, Progress } from '../../run/caller.js';
import type { CommandContext } from '../command.js';
import type { Spoken } from '../options.js';
import { onWriting, printMessage } from './screen.js';

/** A time that work still takes, in words: to five seconds where it is minutes. */
export function formatTime(seconds: number): string {
  const step = seconds < 60 ? 1 : 5;
  const whole = step * Math.round(seconds / step);
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}m${String(whole % 60).padStart(2, '0')}s`
    : `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}m`;
}

/** Shows progress as a bar that is there while there are steps to be done. */
async function openBar(language: Language): Promise<{ show(progress: Progress): void; stop(): void }> {
  const { SingleBar: Bar, Presets } = await import('cli-progress');
  const { wordsIn } = await import('../../output/words/words.js');
  const format = `{bar} {percentage} % | {eta_formatted} ${wordsIn(language).screen.notes.toGo} | {name}`;
  const options = {
    format,
    formatTime,
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
    show({ done, total, name }) {
      if (done >= total) stop();
      else if (bar === undefined) {
        bar = new Bar(options, Presets.shades_classic);
        bar.start(total, done, { name });
      } else {
        bar.setTotal(total);
        bar.update(done, { name });
      }
    },
    stop,
  };
}

/** Runs something that reports its progress to the terminal. */
export async function onTerminal<Result>(
  { signal, commandLine }: CommandContext,
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
    });
  } finally {
    bar?.stop();
    onWriting(undefined);
  }
}
