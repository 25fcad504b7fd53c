import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ApiBudget,
  AwsSource,
  KubernetesSource,
  LbcClock,
} from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import type { MetricsRecorder } from '../metrics/MetricsRecorder';
import type { Domain } from './domain';
import type { EngineSettings } from './settings';

/** What all handlers share. */
export interface SweepDeps {
  db: Knex;
  clock: LbcClock;
  logger: LoggerService;
  settings: EngineSettings;
  metrics: MetricsRecorder;
  kubernetesSource: KubernetesSource;
  awsSource: AwsSource;
  budget: ApiBudget;
  domain: Domain;
  /** Looks for due jobs now. */
  wake(): void;
}

/** The product's time (ISO 8601). */
export function isoNow(clock: LbcClock): string {
  return new Date(clock.now()).toISOString();
}

/** A text for people of what was thrown. */
export function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 500);
}
