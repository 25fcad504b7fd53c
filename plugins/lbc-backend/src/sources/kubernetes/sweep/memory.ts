import { Coverage } from '@lbc-backstage/plugin-lbc-common';

/** A Deployment of the controller, as far as other kinds depend on it. */
export interface ControllerWorkload {
  namespace: string;
  name: string;
  selector?: Record<string, string>;
  serviceAccount: string;
  leaderElectionId: string;
  leaderElectionNamespace?: string;
}

/** An object by its place. */
export interface Place {
  namespace: string;
  name: string;
}

/**
 * What a sweep remembers of the kinds that it has read, because later ones are
 * narrowed by it. Small: names, never objects.
 */
export class SweepMemory {
  controllers: readonly ControllerWorkload[] = [];
  webhookServices: readonly Place[] = [];
  /** A controller's Lease was found: its lock is no ConfigMap. */
  leaseFound = false;
  /** `<namespace>/<name>` of Roles, the name alone of ClusterRoles. */
  readonly controllerRoles = new Set<string>();
  readonly #coverage = new Map<string, Coverage>();

  remember(kind: string, coverage: Coverage) {
    this.#coverage.set(kind, coverage);
  }

  coverageOf(kind: string): Coverage | undefined {
    return this.#coverage.get(kind);
  }

  /** The namespaces in which controllers run. */
  get controllerNamespaces(): string[] {
    return [...new Set(this.controllers.map(({ namespace }) => namespace))];
  }
}
