import { StackRef } from '../identity/claims';
import { compareStack, driftObjects, expectedModel } from '../drift';
import type { DriftObjects, DriftResult } from '../drift';
import { ClusterContext, SubjectCase } from '../lifecycle/case';
import { Message, message } from '../messages';
import { provesAbsence } from './coverage';
import { TargetGroupBindingObject } from './objects';
import { Controller, SubjectDrift } from './subject';
import { StackOverlay } from './workloads';

const MAX_FINDINGS = 100;

/**
 * Compares the stacks of one cluster that were read live with what their owners
 * ask. The cluster's objects are found once, and only where there is a stack to
 * compare.
 */
export class StackDrift {
  readonly #cluster: ClusterContext;
  #objects: DriftObjects | undefined;
  #bindings: ReadonlyMap<string, TargetGroupBindingObject> | undefined;

  static create(cluster: ClusterContext): StackDrift {
    return new StackDrift(cluster);
  }

  private constructor(cluster: ClusterContext) {
    this.#cluster = cluster;
  }

  /** `undefined`: nothing of it was read. */
  of(subject: SubjectCase): SubjectDrift | undefined {
    const { detail: overlay, stack, identity } = subject;
    if (!overlay || !stack || identity?.generation !== 'lbc') {
      return undefined;
    }
    const { observedAt } = overlay.detail;
    const controller = this.#controller();
    if (!controller) {
      return unexamined(
        observedAt,
        message('gap.drift-controller', {
          cluster: this.#cluster.name,
          controllers: this.#cluster.controllers.controllers.length,
        }),
      );
    }
    try {
      return this.#compare({ subject, overlay, stack, controller });
    } catch (error) {
      // A spec may hold anything; what can't be compared must not keep the
      // cluster from being judged.
      return unexamined(
        observedAt,
        message('gap.drift-failed', {
          detail: error instanceof Error ? error.message : String(error),
        }),
      );
    }
  }

  #compare(options: {
    subject: SubjectCase;
    overlay: StackOverlay;
    stack: StackRef;
    controller: Controller;
  }): SubjectDrift {
    const { subject, overlay, stack, controller } = options;
    const { loadBalancer, identity } = subject;
    const { detail } = overlay;
    const { flags } = controller;
    this.#objects ??= driftObjects({
      cluster: this.#cluster.snapshot,
      ingressClass: flags['ingress-class'],
    });
    const expected = expectedModel({
      objects: this.#objects,
      flags,
      version: controller.version,
      stack,
      clusterTag: identity?.clusterTag ?? '',
      ...(loadBalancer && { existing: loadBalancer }),
    });
    const result = compareStack({
      expected,
      detail,
      loadBalancer,
      bindings: this.#boundBy(),
      reconcile: this.#reconcile(subject),
    });
    return presented(detail.observedAt, result);
  }

  /** TargetGroupBindings by their names, where all of them were read. */
  #boundBy(): ReadonlyMap<string, TargetGroupBindingObject> | undefined {
    const kind = this.#cluster.snapshot.kinds.targetGroupBindings;
    if (!this.#bindings && provesAbsence(kind)) {
      this.#bindings = new Map(
        kind.items.map(binding => [
          `${binding.metadata.namespace}/${binding.metadata.name}`,
          binding,
        ]),
      );
    }
    return this.#bindings;
  }

  /** The one whose flags decide; two may have different ones. */
  #controller(): Controller | undefined {
    const { controllers } = this.#cluster.controllers;
    return controllers.length === 1 ? controllers[0] : undefined;
  }

  #reconcile({ owners, memory }: SubjectCase) {
    const { liveness } = this.#cluster.controllers;
    const newest = (times: Array<string | undefined>) =>
      times
        .filter(each => each !== undefined)
        .sort()
        .at(-1);
    const specChangedAt = newest(
      owners.map(({ record }) => record.metadata.specChangedAt),
    );
    const lastSuccessAt = newest([
      memory.lastSuccessAt,
      ...owners.map(({ record }) => record.events.lastSuccessAt),
    ]);
    return {
      ...(specChangedAt && { specChangedAt }),
      ...(lastSuccessAt && { lastSuccessAt }),
      ...(liveness !== 'unknown' && { alive: liveness === 'alive' }),
    };
  }
}

function unexamined(observedAt: string, why: Message): SubjectDrift {
  return {
    observedAt,
    facet: 'not-examined',
    findings: [],
    moreFindings: 0,
    notExamined: [why],
    compared: 0,
  };
}

function presented(observedAt: string, result: DriftResult): SubjectDrift {
  const { facet, findings, notExamined, compared } = result;
  return {
    observedAt,
    facet,
    findings: findings.slice(0, MAX_FINDINGS),
    moreFindings: Math.max(0, findings.length - MAX_FINDINGS),
    notExamined,
    compared,
  };
}
