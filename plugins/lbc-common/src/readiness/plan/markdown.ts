import { inertText, Message, renderMessage } from '../../messages';
import type { RenderOptions } from '../../messages';
import type { PlanPhase, PlanStep, ReadinessReport } from '../types';

/** How a plan is written out. @public */
export interface PlanMarkdownOptions extends RenderOptions {
  /** Boxes to tick instead of numbers. */
  checklist?: boolean;
}

const HEADINGS: Record<PlanPhase, Message> = {
  preconditions: { code: 'plan.heading-preconditions' },
  baseline: { code: 'plan.heading-baseline' },
  iam: { code: 'plan.heading-iam' },
  'gateway-api-crds': { code: 'plan.heading-gateway-api-crds' },
  crds: { code: 'plan.heading-crds' },
  values: { code: 'plan.heading-values' },
  upgrade: { code: 'plan.heading-upgrade' },
  watch: { code: 'plan.heading-watch' },
  compare: { code: 'plan.heading-compare' },
  rollback: { code: 'plan.heading-rollback' },
};

/** Joins what it stands between, unseen. Sites make links and mentions of decoded text. */
const JOINER = '&#8288;';

/** Names come from clusters: none may become markup, a link or a mention. */
export function escapeMarkdown(text: string): string {
  return inertText(text)
    .replace(/[\\`*_{}[\]()<>#+\-!|~&]/g, '\\$&')
    .replace(/@/g, `&#64;${JOINER}`)
    .replace(/:\/\//g, `:${JOINER}//`)
    .replace(/\bwww\./gi, match => `${match.slice(0, 3)}${JOINER}.`);
}

/**
 * A fence that the text can't close: neither by backticks, nor by a line end
 * that only Markdown takes for one, whose next line would not be indented.
 */
function fenced(language: string, given: string): string[] {
  const text = given
    .split(/\r\n|\r|\n/)
    .map(inertText)
    .join('\n');
  const longest = (text.match(/`+/g) ?? []).reduce(
    (most, run) => Math.max(most, run.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return [fence + language, text, fence].join('\n').split('\n');
}

/** A report's plan as Markdown, or as a checklist. @public */
export function planMarkdown(
  report: Pick<
    ReadinessReport,
    'cluster' | 'target' | 'because' | 'plan' | 'validUntil' | 'controller'
  >,
  options: PlanMarkdownOptions = {},
): string {
  const { checklist = false, ...render } = options;
  const say = (said: Message) => escapeMarkdown(renderMessage(said, render));
  const { target, controller } = report;
  const what =
    target.kind === 'kubernetes'
      ? `Kubernetes ${target.version}`
      : target.version;
  const lines = [
    `# ${say({
      code: 'plan.title',
      params: {
        cluster: report.cluster,
        what,
        from: controller?.version ?? '?',
      },
    })}`,
    '',
    say(report.because),
    ...(report.validUntil === undefined
      ? []
      : [
          '',
          say({
            code: 'plan.valid-until',
            params: { untilAt: report.validUntil },
          }),
        ]),
  ];
  let phase: string | undefined;
  let number = 0;
  for (const each of report.plan) {
    const heading = `${each.phase} ${each.stop ?? ''}`;
    if (heading !== phase) {
      phase = heading;
      lines.push(
        '',
        `## ${say(HEADINGS[each.phase])}${
          each.stop === undefined ? '' : ` ${escapeMarkdown(each.stop)}`
        }`,
        '',
      );
    }
    number++;
    lines.push(...stepLines(each, checklist ? '- [ ] ' : `${number}. `, say));
  }
  return `${lines.join('\n')}\n`;
}

function stepLines(
  { message: said, because, commands, snippet, findings }: PlanStep,
  mark: string,
  say: (said: Message) => string,
): string[] {
  const indent = ' '.repeat(mark.startsWith('-') ? 2 : mark.length);
  const body = [
    `${say(because)}${
      findings.length > 0 ? ` (${findings.map(escapeMarkdown).join(', ')})` : ''
    }`,
    ...(commands.length > 0
      ? ['', ...fenced('sh', commands.map(({ text }) => text).join('\n'))]
      : []),
    ...(snippet ? ['', ...fenced(snippet.language, snippet.text)] : []),
  ];
  return [
    `${mark}${say(said)}`,
    '',
    ...body.map(line => (line === '' ? '' : indent + line)),
    '',
  ];
}
