import type {
  EntityLoadBalancersResponse,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';
import type { Text } from '../../text';
import { ownerName, subjectName } from '../subjects/describe';
import { row } from './cells';

/** Words of the table that the text repeats. */
export interface TextWords {
  title: string;
  traffic: string;
  ifYouDeploy: string;
  since: string;
  columns: string[];
  state: (subject: SubjectForEntity) => string;
}

/** What the view says, as plain text for a chat or a ticket. */
export function asText(
  response: EntityLoadBalancersResponse,
  shown: readonly SubjectForEntity[],
  text: Text,
  words: TextWords,
): string {
  const { entityRef, observedAt, verdict } = response;
  const head = [`${words.title}: ${entityRef}`, observedAt]
    .filter(Boolean)
    .join(' · ');
  const lines = verdict
    ? [
        text.say(verdict.because),
        `${words.traffic}: ${text.say(verdict.traffic)}`,
        `${words.ifYouDeploy}: ${text.say(verdict.ifYouDeploy)}`,
        `${words.since}: ${verdict.since}`,
      ]
    : [];
  const rows = shown.map(subject =>
    row([
      words.state(subject),
      subjectName(subject),
      subject.ownRoutes?.join(' ') || subject.owners.map(ownerName).join(', '),
      subject.cluster ?? '',
      subject.since,
    ]),
  );
  return [head, ...lines, '', row(words.columns), ...rows].join('\n');
}
