import { NotFoundError } from '@backstage/errors';
import type {
  Attestation,
  DetailStatus,
  DoctorResponse,
  EntityLoadBalancersResponse,
  RefreshStatus,
  SubjectDetail,
  TimelineItem,
  TimelineResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import type { LbcApi } from '../api';
import type { Report } from '../components/compatibility/types';
import type {
  Answer,
  Baseline,
  Comparison,
} from '../components/readiness/types';
import { diagnoses } from './doctor';
import { baseline, comparisons } from './baselines';
import { reports } from './compatibility';
import { readiness } from './readiness';
import { cleanUpFor, whatIfFor } from './removal';
import { detailsFor } from './responses';

/** Answers from fixtures, as the backend would. */
export class FixtureApi implements LbcApi {
  readonly #details: Map<string, SubjectDetail>;
  #stackRead = false;
  /** What a refresh says, one call after the other; the last one stays. */
  refreshes: RefreshStatus[] = [{ state: 'done', targets: [] }];

  /** What a reading of a stack says, one call after the other. */
  readings: DetailStatus[] = [{ state: 'done' }];
  /** What the subject's stack is once it was read. */
  stack: SubjectDetail['detail'];
  drift: SubjectDetail['drift'];
  /** Events and gaps of the subject's timeline. */
  timeline: TimelineItem[] = [];

  /** What is said of the compatibility. */
  report: Report = reports.compatible;

  /** What is said of the readiness. */
  readiness: Answer = readiness.ready;
  /** What the list of baselines says, one call after the other. */
  baselines: Baseline[][] = [[baseline()]];
  /** What the comparison says, one call after the other. */
  comparisons: Comparison[] = [comparisons.verified];

  /** What the doctor says. */
  diagnosis: DoctorResponse = diagnoses.missing;

  constructor(public answer: EntityLoadBalancersResponse) {
    this.#details = detailsFor(answer);
  }

  async getEntityLoadBalancers() {
    return this.answer;
  }

  async getDoctor(): Promise<DoctorResponse> {
    return this.diagnosis;
  }

  async getSubject({ id }: { id: string }) {
    const detail = this.#details.get(id);
    if (!detail) {
      throw new NotFoundError(`No subject ${id}`);
    }
    return this.stack && this.#stackRead
      ? { ...detail, detail: this.stack, drift: this.drift }
      : detail;
  }

  async getTransitions({ id }: { id: string }) {
    const { transitions, observedAt } = await this.getSubject({ id });
    return { items: transitions, observedAt, coverage: [] };
  }

  async getTimeline({ id }: { id: string }): Promise<TimelineResponse> {
    const { transitions, observedAt } = await this.getSubject({ id });
    return {
      items: [
        ...transitions.map(transition => ({
          type: 'transition' as const,
          at: transition.at,
          transition,
        })),
        ...this.timeline,
      ],
      observedAt,
      coverage: [],
    };
  }

  async getWhatIf(options: { id: string; scenario: WhatIfScenario }) {
    return whatIfFor(await this.getSubject(options), options.scenario);
  }

  async getCleanUp(options: { id: string }) {
    return cleanUpFor(await this.getSubject(options));
  }

  async getEntityCompatibility() {
    return this.report;
  }

  async getClusterCompatibility() {
    return this.report;
  }

  async getEntityReadiness(_options: unknown) {
    return this.readiness;
  }

  async attest(options: {
    cluster: string;
    check: string;
    target: Attestation['target'];
    why: string;
    expiresAt: string;
  }): Promise<Attestation> {
    return {
      ...options,
      by: 'user:default/guest',
      at: new Date().toISOString(),
    };
  }

  async getBaselines(_options: unknown) {
    const [items, ...rest] = this.baselines;
    if (rest.length > 0) {
      this.baselines = rest;
    }
    return { items };
  }

  async takeBaseline({ cluster, name }: { cluster: string; name: string }) {
    return baseline({ cluster, name, status: 'reading' });
  }

  async requestComparison(_options: unknown) {
    return this.comparisons[0];
  }

  async getComparison(_options: unknown) {
    const [next, ...rest] = this.comparisons;
    if (rest.length > 0) {
      this.comparisons = rest;
    }
    return next;
  }

  async getComparisonReport(_options: unknown) {
    return '<!doctype html><title>Comparison</title>';
  }

  async requestRefresh() {
    return this.#nextRefresh();
  }

  async getRefresh() {
    return this.#nextRefresh();
  }

  async requestDetail() {
    return this.#nextReading();
  }

  async getDetail() {
    return this.#nextReading();
  }

  #nextReading(): DetailStatus {
    const [next, ...rest] = this.readings;
    if (rest.length > 0) {
      this.readings = rest;
    }
    this.#stackRead = next.state === 'done';
    return next;
  }

  #nextRefresh(): RefreshStatus {
    const [next, ...rest] = this.refreshes;
    if (rest.length > 0) {
      this.refreshes = rest;
    }
    return next;
  }
}
