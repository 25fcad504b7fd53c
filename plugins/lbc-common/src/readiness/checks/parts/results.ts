import type { Advice, Command, Evidence } from '../../../inventory/subject';
import type { Message } from '../../../messages';
import type { ReadinessResult } from '../../input';

type More = Omit<ReadinessResult, 'status' | 'message'>;

function maker(status: ReadinessResult['status']) {
  return (said: Message, more: More = {}): ReadinessResult => ({
    status,
    message: said,
    ...more,
  });
}

export const pass = maker('pass');
export const warn = maker('warn');
export const fail = maker('fail');
export const unknown = maker('unknown');
export const notApplicable = maker('not-applicable');

/** What is not the upgrade's to fail over. */
export function atMostWarn(
  status: ReadinessResult['status'],
): ReadinessResult['status'] {
  return status === 'fail' ? 'warn' : status;
}

/** What the platform's people can do. */
export function platform(said: Message): Advice[] {
  return [{ who: 'platform', message: said }];
}

/** What the owners of a component can do. */
export function owners(said: Message): Advice[] {
  return [{ who: 'you', message: said }];
}

export function kubectl(purpose: Message, text: string): Command {
  return { tool: 'kubectl', purpose, text };
}

/** One thing that release data says. */
export function known(said: Message): Evidence {
  return { message: said, source: 'configuration', role: 'supports' };
}

/** Names of objects in a sentence are cut: there may be thousands. */
export const MOST_NAMED = 5;

/** The first few names, for a sentence. */
export function firstOf(names: readonly string[]): string[] {
  return names.slice(0, MOST_NAMED);
}
