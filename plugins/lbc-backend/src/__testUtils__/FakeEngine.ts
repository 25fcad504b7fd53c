import type { SubjectsChangedListener } from '../engine';
import type { ServedEngine } from '../routes/serveApi';
import type {
  DiscoveryFacts,
  JobControl,
  ScopeReader,
  SnapshotReader,
} from '../store/types';
import type {
  ClusterBinding,
  ClusterSnapshot,
  DoctorInput,
  ScopeSnapshot,
} from '@lbc-backstage/plugin-lbc-common';
import type { DoctorFacts } from '../doctor';
import { FakeBaselines } from './FakeBaselines';
import { FakeAttestations } from './FakeAttestations';
import { FakeStore } from './FakeStore';

type Booking = { requestedAt: string; targets: string[] };

/** Stands for the engine: a store in memory, and jobs that only take notes. */
export class FakeEngine implements ServedEngine {
  readonly readStore = new FakeStore();
  readonly attestations = new FakeAttestations();
  readonly expedited: string[][] = [];
  readonly bookings = new Map<string, Booking>();
  readonly detailBookings = new Map<string, string>();
  detailState: 'queued' | 'running' | 'done' | 'failed' = 'queued';
  sweepState: 'queued' | 'running' | 'done' | 'failed' = 'queued';
  readonly #listeners = new Set<SubjectsChangedListener>();

  readonly jobControl: JobControl = {
    expedite: async targets => {
      this.expedited.push([...targets]);
    },
    sweepStatus: async targets =>
      targets.map(target => ({ target, state: this.sweepState })),
    bookRefresh: async ({ entityRef, targets, at, minIntervalSeconds }) => {
      const last = this.bookings.get(entityRef);
      const next =
        Date.parse(last?.requestedAt ?? '1970-01-01') +
        minIntervalSeconds * 1000;
      if (last && next > Date.parse(at)) {
        return { booked: false, ...last };
      }
      const booking = { requestedAt: at, targets: [...targets] };
      this.bookings.set(entityRef, booking);
      return { booked: true, ...booking };
    },
    getRefresh: async entityRef => this.bookings.get(entityRef),
    bookDetail: async ({ subjectId, at, minIntervalSeconds }) => {
      const last = this.detailBookings.get(subjectId) ?? '1970-01-01';
      const next = Date.parse(last) + minIntervalSeconds * 1000;
      if (next > Date.parse(at)) {
        return { booked: false };
      }
      this.detailBookings.set(subjectId, at);
      return { booked: true };
    },
    detailStatus: async subjectId => {
      const requestedAt = this.detailBookings.get(subjectId);
      return requestedAt
        ? { state: this.detailState, requestedAt }
        : { state: 'idle' };
    },
  };

  readonly baselines = new FakeBaselines();
  readonly clusterSnapshots = new Map<string, ClusterSnapshot>();
  scopeSnapshots: ScopeSnapshot[] = [];
  clusterBindings: ClusterBinding[] = [];
  readonly snapshots: SnapshotReader & ScopeReader = {
    readScopes: async () => ({
      scopes: this.scopeSnapshots,
      bindings: this.clusterBindings,
    }),
    clusterIdentity: async cluster =>
      this.clusterSnapshots.has(cluster) ? cluster : undefined,
    readCluster: async cluster => {
      const snapshot = this.clusterSnapshots.get(cluster);
      return (
        snapshot && {
          identity: cluster,
          snapshot,
          iam: { accountIds: [], roles: {} },
        }
      );
    },
  };

  readonly discoveryFacts: DiscoveryFacts = {
    listProblems: async () => [],
    listSuggestedScopes: async () => [
      { accountId: '999999999999', region: 'eu-west-1', seenIn: ['prod-1'] },
    ],
    listUnknownClusterTags: async () => [],
  };

  /** What the doctor is told; a test replaces what it is about. */
  doctorInput: DoctorInput = {
    now: '2026-11-24T12:00:00.000Z',
    targets: [],
    optional: { ec2: true, eks: true, iam: true },
    problems: [],
    suggestedScopes: [],
    clusterTags: [],
    jobs: { due: 0, running: 0, overdue: 0, failing: 0, failures: [] },
    rules: { version: 1, units: [] },
  };

  readonly doctorFacts: DoctorFacts = {
    read: async () => this.doctorInput,
  };

  onSubjectsChanged(listener: SubjectsChangedListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
