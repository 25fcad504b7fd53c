import {
  AskedObjects,
  CompatibilityResponse,
  ControllerCompatibility,
  Message,
  message,
  OwnerReference,
  ResourceInUse,
  resourcesInUse,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { CompatibilityAssessor } from '../compatibility';
import type { AuthorizedReadStore, MemberView } from '../permissions';
import type { StoredDetail } from '../store/types';
import { oldest } from './offsets';
import { MOST_SUBJECTS } from './removal';

type Shown = { summary: SubjectSummary; detail: StoredDetail };

/** What is asked of one cluster, and what of it the caller may not know. */
export interface ClusterQuestion {
  cluster: string;
  asked: AskedObjects;
  resources: ResourceInUse[];
  /** Whether owners are left out that the caller may not read. */
  hides: boolean;
  /** Controllers that do not serve what is asked about. */
  keep?: (controller: ControllerCompatibility) => boolean;
}

/** The owners of a subject that the caller may read. */
export function visibleOwners(
  whole: Shown,
  view: MemberView | undefined,
): OwnerReference[] {
  const { allOwners } = view?.hides ? view.detail() : whole.detail;
  return (allOwners ?? whole.summary.owners).map(
    ({ kind, namespace, name }) => ({ kind, namespace, name }),
  );
}

/** All of a cluster, as far as the caller may read it. */
export async function questionOfCluster(
  cluster: string,
  store: AuthorizedReadStore,
): Promise<ClusterQuestion> {
  const { found, views } = await store.listCluster({
    cluster,
    limit: MOST_SUBJECTS,
  });
  const resources = resourcesInUse(found.items.map(({ summary }) => summary));
  return store.access.may === 'all'
    ? {
        cluster,
        asked: { owners: 'all', othersToo: true },
        resources,
        hides: false,
      }
    : {
        cluster,
        asked: {
          owners: found.items.flatMap(item =>
            visibleOwners(item, views.get(item.summary.id)),
          ),
          othersToo: false,
        },
        resources,
        hides: true,
      };
}

/** Asks about clusters, one after the other, and puts the answers together. */
export async function answerCompatibility(options: {
  assessor: CompatibilityAssessor;
  questions: readonly ClusterQuestion[];
  entityRef?: string;
}): Promise<CompatibilityResponse> {
  const { assessor, questions, entityRef } = options;
  const controllers: ControllerCompatibility[] = [];
  const notes: Message[] = [];
  for (const question of questions) {
    const { cluster, keep = () => true } = question;
    const answer = await assessor.assess(question);
    const kept = answer?.controllers.filter(keep) ?? [];
    controllers.push(...kept);
    if (!answer) {
      notes.push(message('compatibility.cluster-not-read', { cluster }));
    } else if (kept.length === 0) {
      notes.push(
        message(
          answer.sawDeployments
            ? 'compatibility.no-controller'
            : 'compatibility.controllers-not-read',
          { cluster },
        ),
      );
    }
  }
  if (questions.length === 0) {
    notes.push(message('compatibility.no-cluster'));
  }
  if (questions.some(({ hides }) => hides)) {
    notes.push(message('compatibility.hidden-owners'));
  }
  const { releases } = assessor.knowledge;
  const newest = releases[releases.length - 1];
  const observedAt = oldest(controllers.map(each => each.observedAt));
  return {
    ...(entityRef !== undefined && { entityRef }),
    controllers,
    notes,
    knowledge: {
      newest: newest?.version ?? '',
      date: newest?.date ?? '',
      releases: releases.length,
    },
    ...(observedAt && { observedAt }),
  };
}
