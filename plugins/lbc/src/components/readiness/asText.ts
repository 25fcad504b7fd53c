import type { Text } from '../../text';
import { row } from '../share/cells';
import { COMPARISON_ORDER } from './baselines/tones';
import { worstFirst } from './effects/summary';
import { GROUPS, groupFindings } from './findings/groups';
import type { Group } from './findings/groups';
import { ownerText } from './names';
import type {
  Answer,
  ClusterReadiness,
  Effect,
  StackComparison,
  Target,
  Verdict,
} from './types';

/** Words of the page that the text repeats. */
export interface ReadinessWords {
  title: string;
  passed: (count: number) => string;
  validUntil: string;
  verdict: (verdict: Verdict) => string;
  effect: (effect: Effect['effect']) => string;
  group: (group: Group) => string;
  target: (target: Target) => string;
  rehearsal: (verdict: StackComparison['verdict']) => string;
}

function linesOf(
  readiness: ClusterReadiness,
  text: Text,
  words: ReadinessWords,
): string[] {
  const { cluster, target, effects, report } = readiness;
  const owners = worstFirst(effects).map(({ effect, owner, because }) =>
    row([words.effect(effect), ownerText(owner), text.say(because)]),
  );
  const head = [cluster, target && words.target(target)]
    .filter(Boolean)
    .join(' → ');
  if (!report) {
    return [head, ...owners];
  }
  const { groups, passed } = groupFindings(report.findings);
  return [
    head,
    ...owners,
    '',
    `${words.verdict(report.verdict)}: ${text.say(report.because)}`,
    ...(report.validUntil ? [`${words.validUntil}: ${report.validUntil}`] : []),
    ...GROUPS.flatMap(group =>
      groups[group].map(({ code, message }) =>
        row([words.group(group), code, text.say(message)]),
      ),
    ),
    words.passed(passed.length),
    ...report.rehearsals.map(({ cluster: there, version, since, ...rest }) =>
      row([
        there,
        version,
        since,
        ...COMPARISON_ORDER.filter(each => each === rest.verification).map(
          words.rehearsal,
        ),
      ]),
    ),
  ];
}

/** What the tab says, as plain text for a chat or a ticket. */
export function asText(
  answer: Answer,
  subject: string,
  text: Text,
  words: ReadinessWords,
): string {
  const head = [`${words.title}: ${subject}`, answer.observedAt]
    .filter(Boolean)
    .join(' · ');
  const notes = answer.notes.map(note => text.say(note)).join('\n');
  const parts = answer.clusters.map(each =>
    linesOf(each, text, words).join('\n'),
  );
  return [head, notes, ...parts].filter(Boolean).join('\n\n');
}
