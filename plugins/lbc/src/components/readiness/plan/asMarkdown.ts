import type { Text } from '../../../text';
import type { PlanStep } from '../types';

/** Words of the page that the text repeats. */
export interface PlanWords {
  title: string;
  because: string;
  findings: string;
  reads: string;
  changes: string;
  phase: (phase: PlanStep['phase']) => string;
  stop: (version: string) => string;
  who: (who: PlanStep['who']) => string;
}

/** What a step is about: its phase, and which stop it belongs to. */
export function stepTitle(step: PlanStep, words: PlanWords): string {
  const { phase, stop } = step;
  return [words.phase(phase), stop && words.stop(stop)]
    .filter(Boolean)
    .join(' ');
}

function fenced(language: string, text: string): string[] {
  // A fence longer than any in it.
  const ticks = Math.max(
    2,
    ...[...text.matchAll(/`+/g)].map(([run]) => run.length),
  );
  const fence = '`'.repeat(ticks + 1);
  return ['', `${fence}${language}`, text.trimEnd(), fence];
}

function stepLines(step: PlanStep, text: Text, words: PlanWords): string[] {
  const { message, because, who, commands, snippet, findings } = step;
  return [
    `**${stepTitle(step, words)}** (${words.who(who)}): ${text.say(message)}`,
    `${words.because}: ${text.say(because)}`,
    ...(findings.length > 0
      ? [`${words.findings}: ${findings.join(', ')}`]
      : []),
    ...(snippet ? fenced(snippet.language, snippet.text) : []),
    ...commands.flatMap(command =>
      fenced(
        'sh',
        `# ${command.changes ? words.changes : words.reads}\n${command.text}`,
      ),
    ),
  ];
}

/** The plan as Markdown: numbered, or to be ticked off. */
export function planAsMarkdown(options: {
  steps: readonly PlanStep[];
  text: Text;
  words: PlanWords;
  as: 'numbered' | 'checklist';
}): string {
  const { steps, text, words, as } = options;
  const parts = steps.map((step, index) => {
    const [first, ...rest] = stepLines(step, text, words);
    const mark = as === 'checklist' ? '- [ ] ' : `${index + 1}. `;
    // What belongs to an item of a list is indented as its text is.
    const indent = ' '.repeat(as === 'checklist' ? 2 : mark.length);
    return [
      `${mark}${first}`,
      ...rest
        .join('\n')
        .split('\n')
        .map(line => (line === '' ? '' : `${indent}${line}`)),
    ].join('\n');
  });
  return [`## ${words.title}`, '', parts.join('\n\n'), ''].join('\n');
}
