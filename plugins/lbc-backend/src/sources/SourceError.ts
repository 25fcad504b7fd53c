import { Message, renderMessage } from '@lbc-backstage/plugin-lbc-common';

/** Ends a sweep: what it read counts for nothing, for a reason in words for people. */
export class SourceError extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(renderMessage(reason));
    this.name = 'SourceError';
    this.reason = reason;
  }
}
