import { Message, message } from '@lbc-backstage/plugin-lbc-common';
import { AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { detailOf } from '../text';

/** What AWS says to those who may not. */
export const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'AuthorizationError',
]);

const REJECTED = new Set([
  'AuthFailure',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'OptInRequired',
]);

/** Keys that have ended: the next ones may be accepted. */
export const EXPIRED = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
]);

const THROTTLED = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'TooManyRequestsException',
]);

/** There are no credentials for an account at all. */
export class NoCredentialsError extends Error {}

/** The role of an account can't be assumed. */
export class RoleNotAssumableError extends Error {}

/** Configuration does not name a scope. */
export class NotConfiguredError extends Error {}

/** A call that failed, in words for people. */
export interface AwsFailure {
  coverage: 'denied' | 'failed';
  reason: Message;
}

/** Tells what an error of a call means. */
export function awsFailure(options: {
  error: unknown;
  /** Such as `elasticloadbalancing:DescribeTags`. */
  operation: string;
  scope: AwsScope;
}): AwsFailure {
  const { error, operation, scope } = options;
  const { accountId, region } = scope;
  const detail = saidBy(error);
  const name = nameOf(error);
  if (error instanceof NotConfiguredError) {
    return {
      coverage: 'failed',
      reason: message('source.aws-scope-not-configured', { accountId, region }),
    };
  }
  if (error instanceof NoCredentialsError || isCredentialsError(name)) {
    return {
      coverage: 'failed',
      reason: message('source.aws-no-credentials', { accountId, detail }),
    };
  }
  if (error instanceof RoleNotAssumableError) {
    return {
      coverage: 'denied',
      reason: message('source.aws-role-not-assumable', { accountId, detail }),
    };
  }
  if (DENIED.has(name)) {
    return {
      coverage: 'denied',
      reason: message('source.aws-denied', { accountId, operation, detail }),
    };
  }
  if (REJECTED.has(name)) {
    return {
      coverage: 'denied',
      reason: message('source.aws-rejects-credentials', {
        accountId,
        region,
        detail,
      }),
    };
  }
  if (THROTTLED.has(name)) {
    return {
      coverage: 'failed',
      reason: message('source.aws-throttled', { operation }),
    };
  }
  return {
    coverage: 'failed',
    reason: message('source.aws-failed', { operation, detail }),
  };
}

/** An error's name, which is AWS' code where AWS answered. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function isCredentialsError(name: string): boolean {
  return name === 'CredentialsProviderError' || name === 'ProviderError';
}

function saidBy(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (detailOf(text) || nameOf(error) || 'no reason').replace(/\.$/, '');
}
