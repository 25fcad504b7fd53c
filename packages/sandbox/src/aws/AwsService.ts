import { FaultCall, MetFaults } from '../faults';
import { JsonObject } from '../json';
import { AwsRequest } from './AwsRequest';
import { Identity } from './credentials';
import { Protocol } from './protocols';
import { ScopeData } from './ScopeData';

/** What an operation works with. */
export interface OperationContext {
  operation: string;
  params: JsonObject;
  identity: Identity;
  region: string;
  scope: ScopeData;
  faults: MetFaults;
  call: FaultCall;
  /** The fleet's clock, in milliseconds. */
  now: number;
  /** What STS needs to know about the fleet. */
  accounts: AccountDirectory;
}

/** The accounts of the fleet. */
export interface AccountDirectory {
  mainAccountId: string;
  /** The role that can be assumed in an account; nothing where there is no such account. */
  roleOf(accountId: string): string | undefined;
  /** How long assumed credentials last, in seconds. */
  sessionSeconds: number;
}

/** An operation: parameters in, result out, or an `AwsError`. */
export type Operation = (context: OperationContext) => JsonObject;

/** Operations that belong together, by name. */
export type OperationGroup = Record<string, Operation>;

/** A service of AWS. */
export interface AwsService {
  /** What calls are counted under, e.g. `elbv2`. */
  name: string;
  /** What requests are signed for, e.g. `elasticloadbalancing`. */
  signingName: string;
  /** The same in every Region of an account: IAM. */
  global?: boolean;
  /** The API version, where a signing name stands for several services. */
  version?: string;
  /** What permissions begin with, e.g. `elasticloadbalancing`. */
  iamPrefix: string;
  protocol: Protocol;
  operations: OperationGroup;
  /** Where operations are methods and paths: the one that a call is for. */
  route?(
    request: AwsRequest,
  ): Pick<AwsRequest, 'operation' | 'params'> | undefined;
  /** Where a service has other error codes than most. */
  codes?: Partial<ErrorCodes>;
}

/** The codes of errors that every service has, but not under one name. */
export interface ErrorCodes {
  denied: string;
  throttled: string;
  expired: string;
  unknownKey: string;
  invalid: string;
}

/** The codes of a service. */
export function codesOf(service: AwsService): ErrorCodes {
  return {
    denied: 'AccessDenied',
    throttled: 'ThrottlingException',
    expired: 'ExpiredToken',
    unknownKey: 'InvalidClientTokenId',
    invalid: 'ValidationError',
    ...service.codes,
  };
}
