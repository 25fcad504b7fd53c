import { shellQuote } from '../../inventory/shellQuote';
import { Message } from '../../messages';
import { RemovalCommand } from './types';

function command(
  tool: RemovalCommand['tool'],
  purpose: Message,
  words: readonly string[],
): RemovalCommand {
  return { tool, purpose, text: [tool, ...words].map(shellQuote).join(' ') };
}

export function kubectl(purpose: Message, ...words: string[]): RemovalCommand {
  return command('kubectl', purpose, words);
}

export function helm(purpose: Message, ...words: string[]): RemovalCommand {
  return command('helm', purpose, words);
}

/** @param region - empty for IAM, which is global */
export function aws(
  region: string,
  purpose: Message,
  ...words: string[]
): RemovalCommand {
  return command('aws', purpose, [
    ...words,
    ...(region === '' ? [] : ['--region', region]),
  ]);
}
