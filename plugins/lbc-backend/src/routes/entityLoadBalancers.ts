import {
  EntityLoadBalancersResponse,
  message,
  SubjectForEntity,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { clusterTarget, scopeTarget } from '../entities';
import type { AuthorizedReadStore } from '../permissions';
import type { EntityMatch } from '../store/types';
import { loadEntity } from './loadEntity';
import { oldest } from './offsets';
import {
  configurationProblems,
  entityProblems,
  permissionProblems,
} from './problems';
import { readPaging, readStates } from './query';
import {
  permittedCluster,
  ReadEntity,
  readEntity,
  searchedTargets,
} from './readEntity';
import type { AddRoute, RouteContext } from './types';
import { verdictOf } from './verdict';

/** The most of an entity's subjects that are looked at for claims that show nothing. */
const CLAIMS_LOOKED_AT = 100;

function forEntity(
  entityRef: string,
  item: { summary: SubjectSummary; match: EntityMatch; entityRef: string },
): SubjectForEntity {
  const { summary, match } = item;
  return {
    ...summary,
    via: item.entityRef === entityRef ? match.via : 'relation',
    ...(match.ownRoutes && { ownRoutes: match.ownRoutes }),
  };
}

/** Clusters and scopes that subjects touch, as targets. */
export function targetsOf(subjects: readonly SubjectSummary[]): string[] {
  return [
    ...new Set(
      subjects.flatMap(({ cluster, accountId, region }) => [
        ...(cluster ? [clusterTarget(cluster)] : []),
        ...(accountId && region ? [scopeTarget({ accountId, region })] : []),
      ]),
    ),
  ];
}

async function controllersOf(
  context: RouteContext,
  read: ReadEntity,
  credentials: BackstageCredentials,
): Promise<Pick<EntityLoadBalancersResponse, 'controllers' | 'problems'>> {
  if (!read.claims.cluster || read.store.access.may === 'none') {
    return { problems: [] };
  }
  const { store } = context;
  const cluster = await permittedCluster(context, { read, credentials });
  if (cluster === undefined) {
    return {
      problems: [
        {
          severity: 'info',
          message: message('entity.controllers-not-permitted'),
        },
      ],
    };
  }
  const { items } = await store.listControllers({
    clusters: [cluster],
    limit: 100,
  });
  return { controllers: items, problems: [] };
}

type SubjectPage = Awaited<ReturnType<AuthorizedReadStore['listSubjects']>>;

/** What the verdict and the claims rest on: the most urgent ones, whatever state is asked for. */
async function mostUrgent(
  read: ReadEntity,
  asked: { page: Promise<SubjectPage>; filtered: boolean },
): Promise<SubjectPage> {
  const { entityRefs, store } = read;
  return asked.filtered
    ? store.listSubjects({ entityRefs, limit: CLAIMS_LOOKED_AT })
    : asked.page;
}

/** `GET /entities/by-name/:kind/:namespace/:name/load-balancers` */
export const addEntityLoadBalancers: AddRoute = (router, context) => {
  router.get(
    '/entities/by-name/:kind/:namespace/:name/load-balancers',
    async (req, res) => {
      const { catalog, clusterOwners, discoveryFacts, httpAuth } = context;
      const paging = readPaging(req);
      const states = readStates(req);
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const entity = await loadEntity(req, { catalog, credentials });
      const read = await readEntity(context, { entity, credentials });
      const { entityRef, entityRefs, store } = read;

      const asked = store.listSubjects({
        entityRefs,
        ...(states && { states }),
        ...paging,
      });
      const [page, urgent, historySince, discoveryProblems, controllers] =
        await Promise.all([
          asked,
          mostUrgent(read, {
            page: asked,
            filtered: states !== undefined || paging.cursor !== undefined,
          }),
          context.store.historySince(),
          discoveryFacts.listProblems(),
          controllersOf(context, read, credentials),
        ]);

      const denied = store.access.may === 'none';
      const summaries = page.items.map(({ summary }) => summary);
      const searched = denied
        ? { clusters: [], scopes: [] }
        : searchedTargets(context, read);
      const concerned = summaries.length
        ? targetsOf(summaries)
        : [...searched.clusters, ...searched.scopes].map(({ id }) => id);
      const coverage = concerned.length
        ? await context.store.listCoverage({
            targets: concerned,
            incompleteOnly: true,
          })
        : [];
      const observedAt = oldest(
        summaries.length
          ? summaries.map(subject => subject.observedAt)
          : [...searched.clusters, ...searched.scopes].map(
              target => target.observedAt,
            ),
      );

      const body: EntityLoadBalancersResponse = {
        entityRef,
        ...(observedAt && { observedAt }),
        ...(historySince && { historySince }),
        ...(urgent.items.length > 0 && {
          verdict: verdictOf({
            subject: urgent.items[0].summary,
            entity,
            clusterOwners,
          }),
        }),
        items: page.items.map(item => forEntity(entityRef, item)),
        totalItems: page.total,
        ...(page.nextCursor && { nextCursor: page.nextCursor }),
        notPermitted: page.hidden,
        ...(read.partsNotAsked > 0 && { partsNotAsked: read.partsNotAsked }),
        problems: [
          ...permissionProblems(read, {
            claimed: urgent.items.filter(
              item =>
                item.entityRef === entityRef && item.match.via === 'annotation',
            ).length,
            hidden: page.hidden,
          }),
          ...configurationProblems(
            context,
            read,
            denied ? [] : discoveryProblems,
          ),
          ...(denied ? [] : entityProblems(read)),
          ...controllers.problems,
        ],
        searched: {
          clusters: searched.clusters.map(
            ({ name, observedAt: at, problem }) => ({
              name,
              ...(at && { observedAt: at }),
              ...(problem && { problem }),
            }),
          ),
          scopes: searched.scopes.map(
            ({ accountId, region, observedAt: at, problem }) => ({
              accountId,
              region,
              ...(at && { observedAt: at }),
              ...(problem && { problem }),
            }),
          ),
        },
        ...(controllers.controllers && {
          controllers: controllers.controllers,
        }),
        coverage,
      };
      res.json(body);
    },
  );
};
