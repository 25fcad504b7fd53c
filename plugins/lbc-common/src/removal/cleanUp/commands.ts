import { shellQuote } from '../../inventory/shellQuote';
import { Message } from '../../messages';
import { CleanUpCommand } from './types';

/** Makes commands of one Region. */
export class Commands {
  readonly #region: string;

  static create(options: { region: string }): Commands {
    return new Commands(options.region);
  }

  private constructor(region: string) {
    this.#region = region;
  }

  aws(purpose: Message, ...words: string[]): CleanUpCommand {
    return {
      tool: 'aws',
      purpose,
      text: ['aws', ...words, '--region', this.#region]
        .map(shellQuote)
        .join(' '),
    };
  }

  kubectl(purpose: Message, ...words: string[]): CleanUpCommand {
    return {
      tool: 'kubectl',
      purpose,
      text: ['kubectl', ...words].map(shellQuote).join(' '),
    };
  }
}
