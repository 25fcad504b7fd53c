import type { Text } from '../../text';
import { row } from '../share/cells';
import { newestFirst } from './ladder/rows';
import { gatherNotSeen } from './NotSeenList';
import { gatherFeatures } from './features/gather';
import { versionName } from './names';
import type {
  Axis,
  Compatibility,
  Controller,
  Feature,
  Report,
  Status,
} from './types';

/** Words of the page that the text repeats. */
export interface ReportWords {
  title: string;
  notSeen: string;
  next: string;
  verdict: (compatibility: Compatibility) => string;
  status: (status: Status) => string;
  axis: (axis: Axis['axis']) => string;
  feature: (status: Feature['status']) => string;
  controller: (controller: Controller) => string;
}

function linesOf(
  compatibility: Compatibility,
  text: Text,
  words: ReportWords,
): string[] {
  const { controller, status, axes, ladder, features } = compatibility;
  const next = newestFirst(ladder).find(release => release.next);
  const notSeen = gatherNotSeen(axes);
  return [
    words.controller(controller),
    `${words.status(status)}: ${words.verdict(compatibility)}`,
    ...(next ? [`${words.next}: ${versionName(next.version)}`] : []),
    '',
    ...axes.flatMap(axis => [
      row([
        words.axis(axis.axis),
        words.status(axis.status),
        text.say(axis.because),
      ]),
      ...axis.findings
        .filter(finding => finding.status !== 'pass')
        .map(finding => row(['', finding.code, text.say(finding.message)])),
    ]),
    ...gatherFeatures(features)
      .filter(({ feature }) => feature.status !== 'read')
      .map(({ feature, objects }) =>
        row([feature.name, words.feature(feature.status), objects.join(', ')]),
      ),
    ...(notSeen.length > 0
      ? ['', words.notSeen, ...notSeen.map(({ message }) => text.say(message))]
      : []),
  ];
}

/** What the tab says, as plain text for a chat or a ticket. */
export function asText(
  report: Report,
  subject: string,
  text: Text,
  words: ReportWords,
): string {
  const head = [`${words.title}: ${subject}`, report.observedAt]
    .filter(Boolean)
    .join(' · ');
  const parts = report.controllers.map(each =>
    linesOf(each, text, words).join('\n'),
  );
  const notes = report.notes.map(note => text.say(note)).join('\n');
  return [head, notes, ...parts].filter(Boolean).join('\n\n');
}
