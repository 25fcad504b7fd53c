import {
  NOT_MODELLED_REASONS,
  renderMessage,
} from '@lbc-backstage/plugin-lbc-common';
import { PlansVerdict } from './judgePlans';

/** Reasons that only recordings know. */
const REASONS: Readonly<Record<string, string>> = {
  'refused-by-aws':
    'The controller refused, because of what AWS has: the spec does not tell.',
  'resource-type': 'The plan holds resources of a kind that is not modelled.',
  'no-owner': 'No object of the file asks for a load balancer.',
};

function reasonText(reason: string): string {
  return NOT_MODELLED_REASONS.some(each => each === reason)
    ? renderMessage({ code: `drift.not-modelled.${reason}` })
    : REASONS[reason] ?? reason;
}

function show(value: unknown): string {
  return value === null ? 'nothing' : JSON.stringify(value);
}

/** The verdict, for people. */
export function verdictText(verdict: PlansVerdict): string {
  const { disagreements, notModelledBy, unreadable } = verdict;
  const lines = [
    `${verdict.files} files, ${verdict.facts} facts compared: ${verdict.agree} agree, ${disagreements.length} do not.`,
  ];
  for (const { file, path, expected, built } of disagreements) {
    lines.push(
      '',
      `${file}: ${path}`,
      `  expected ${show(expected)}`,
      `  built    ${show(built)}`,
    );
  }
  lines.push('', `${verdict.notModelled} facts are not modelled.`);
  for (const [reason, count] of Object.entries(notModelledBy).sort()) {
    lines.push(`  ${count} × ${reason}: ${reasonText(reason)}`);
  }
  if (unreadable.length > 0) {
    lines.push('', ...unreadable.map(({ sentence }) => sentence));
  }
  return lines.join('\n');
}
