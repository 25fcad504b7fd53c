import { CallCounter } from '../calls';
import { FaultBook, faultKinds } from '../faults';
import { StagedWorld } from '../stage';
import { stepTitle } from '../worlds';

/** A request that cannot be done, with the status that says so. */
export class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What the control server works on. */
export interface ControlTarget {
  staged: StagedWorld[];
  calls: CallCounter;
  faults: FaultBook;
  /** Where the fleet's servers are. */
  addresses: { kubernetes: string; aws: string };
}

/** A world as the control API and page show it. */
export interface WorldView {
  name: string;
  title?: string;
  clusters: string[];
  accounts: Array<{ accountId: string; region: string }>;
  step: string;
  steps: Array<{ name: string; title: string; description?: string }>;
}

/** The worlds and where they stand. */
export function worldViews({ staged }: ControlTarget): WorldView[] {
  return staged.map(each => ({
    name: each.name,
    title: each.world.title,
    clusters: each.clusters.map(cluster => cluster.portal),
    accounts: each
      .scopes()
      .map(({ accountId, region }) => ({ accountId, region })),
    step: each.step().name,
    steps: each.world.steps.map(({ name, description }) => ({
      name,
      title: stepTitle(name),
      description,
    })),
  }));
}

/** A world by its name. */
export function findWorld(
  { staged }: ControlTarget,
  name: string,
): StagedWorld {
  const found = staged.find(each => each.name === name);
  if (!found) {
    throw new ControlError(
      404,
      `The fleet has no world "${name}"; it has ${staged
        .map(each => each.name)
        .join(', ')}`,
    );
  }
  return found;
}

/** The calls so far. */
export function callsView({ calls }: ControlTarget) {
  return {
    total: calls.total(),
    calls: calls.snapshot(),
    mutations: calls.mutations(),
  };
}

/** The faults that are on, and the kinds that there are. */
export function faultsView({ faults }: ControlTarget) {
  return {
    faults: faults.list(),
    kinds: faultKinds.map(({ kind, title, sides }) => ({ kind, title, sides })),
  };
}
