import { mockServices } from '@backstage/backend-test-utils';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { JsonObject } from '@backstage/types';
import {
  ApiBudget,
  AwsReading,
  AwsScope,
} from '@lbc-backstage/plugin-lbc-node';
import { Fleet } from 'lbc-sandbox';
import { SdkAwsSource } from '../aws';

/** Points the SDK at a fleet until the returned function is called. */
export function useFleetsAws(fleet: Fleet): () => void {
  const before = { ...process.env };
  Object.assign(process.env, fleet.env());
  return () => {
    process.env = before;
  };
}

/** A source as a backend makes it from a configuration. */
export function awsSource(
  data: object,
  options: { clock?: { now(): number }; requestTimeoutMs?: number } = {},
): SdkAwsSource {
  const config = mockServices.rootConfig({ data: data as JsonObject });
  return SdkAwsSource.create({
    config,
    credentialsManager: DefaultAwsCredentialsManager.fromConfig(config),
    logger: mockServices.logger.mock(),
    clock: options.clock ?? Date,
    requestTimeoutMs: options.requestTimeoutMs,
  });
}

/** A budget that counts and never makes anybody wait. */
export class CountingBudget implements ApiBudget {
  readonly taken: string[] = [];

  async take(options: { scopeId: string; service: string }): Promise<void> {
    this.taken.push(`${options.scopeId} ${options.service}`);
  }
}

type ByKind = {
  [K in AwsReading['kind']]: Extract<AwsReading, { kind: K }>;
};

/** Sweeps a scope to the end. */
export async function sweepAws(options: {
  source: SdkAwsSource;
  scope: AwsScope;
  budget?: ApiBudget;
  signal?: AbortSignal;
}): Promise<ByKind> {
  const readings: Partial<Record<AwsReading['kind'], AwsReading>> = {};
  for await (const reading of options.source.sweep({
    scope: options.scope,
    budget: options.budget ?? new CountingBudget(),
    signal: options.signal ?? new AbortController().signal,
  })) {
    readings[reading.kind] = reading;
  }
  return readings as ByKind;
}

/** A scope as configuration names it. */
export function scopeOf(accountId: string, region: string): AwsScope {
  return { id: `${accountId}/${region}`, accountId, region };
}
