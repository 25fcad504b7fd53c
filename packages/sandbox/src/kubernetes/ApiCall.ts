import { FaultCall, MetFaults } from '../faults';
import { Reply } from '../wire';
import { ApiPath } from './apiPath';
import { ContinueToken } from './continueToken';
import { ServedCluster } from './ServedCluster';

/** A GET that was let in. */
export interface ApiCall {
  apiPath: ApiPath;
  path: string;
  query: URLSearchParams;
  accept?: string;
  cluster: ServedCluster;
  /** What `continue` holds, if it can be read. */
  token?: ContinueToken;
  call: FaultCall;
  faults: MetFaults;
  /** How long a list may be continued, in milliseconds. */
  continueTtlMs: number;
  serverAddress: string;
}

/** Ends a call with a refusal, from wherever it is found out. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('The call is refused');
    this.reply = reply;
  }
}
