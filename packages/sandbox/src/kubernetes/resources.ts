import { JsonObject } from '../json';
import { Epoch } from '../stage';
import { Reply, jsonReply, textReply } from '../wire';
import { ApiCall, Refused } from './ApiCall';
import { ApiGroup, ResourceType } from './apiGroups';
import { ResourcePath } from './apiPath';
import { RecordedList } from './ClusterData';
import { listPage, metadataOnly, singleObject } from './lists';
import { negotiate } from './negotiate';
import { inconsistent } from './refusals';
import { SelectorError, fieldSelector, labelSelector } from './selectors';
import {
  badRequest,
  expired,
  forbidden,
  methodNotAllowed,
  noSuchResource,
  notAcceptable,
  notFound,
} from './status';

const PARTIAL =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** A group or version that nobody serves: no Status, not even JSON. */
export function pageNotFound(): Reply {
  return textReply(404, '404 page not found\n');
}

/** Answers a GET of a list or an object. */
export function answerResource(
  api: ApiCall,
  path: ResourcePath,
  groups: ApiGroup[],
): Reply {
  const type = resolveType(path, groups);
  if (path.subresource !== undefined && path.subresource !== 'status') {
    throw new Refused(forbidden(path));
  }
  const form = negotiate(api.accept, ['json', 'partial']);
  if (form === undefined) {
    throw new Refused(notAcceptable(['application/json', PARTIAL]));
  }
  if (['true', '1'].includes(api.query.get('watch') ?? '')) {
    throw new Refused(methodNotAllowed());
  }
  const body =
    path.name === undefined
      ? getList(api, path, type)
      : getObject(api, { path, type, name: path.name });
  return jsonReply(200, form === 'partial' ? metadataOnly(body) : body, {
    'Cache-Control': 'no-cache, private',
  });
}

function resolveType(path: ResourcePath, groups: ApiGroup[]): ResourceType {
  const version = groups
    .find(group => group.name === path.group)
    ?.versions.find(each => each.version === path.version);
  if (!version) {
    throw new Refused(pageNotFound());
  }
  const type = version.types.find(each => each.resource === path.resource);
  if (!type || !fits(type, path)) {
    throw new Refused(noSuchResource());
  }
  return type;
}

/** Whether a path names a namespace where it must, and nothing below what has nothing below. */
function fits(type: ResourceType, path: ResourcePath): boolean {
  const inNamespace = path.namespace !== undefined;
  const placed = type.namespaced
    ? inNamespace || path.name === undefined
    : !inNamespace;
  return (
    placed &&
    (path.subresource === undefined ||
      type.subresources.includes(path.subresource))
  );
}

function getObject(
  api: ApiCall,
  options: { path: ResourcePath; type: ResourceType; name: string },
): JsonObject {
  const { path, type, name } = options;
  const { staged, data } = api.cluster;
  const { epoch } = staged;
  const found = singleObject({
    staged,
    data,
    type,
    name,
    list: readable(api, { path, type, epoch }),
    epoch,
    namespace: path.namespace,
    faults: api.faults,
    call: api.call,
  });
  if (!found) {
    throw new Refused(notFound(path));
  }
  return found;
}

function getList(
  api: ApiCall,
  path: ResourcePath,
  type: ResourceType,
): JsonObject {
  const { staged, data } = api.cluster;
  const epoch = epochOf(api);
  return listPage({
    staged,
    data,
    type,
    list: readable(api, { path, type, epoch }),
    epoch,
    namespace: path.namespace,
    selected: selection(api, type),
    limit: limitOf(api),
    token: api.token,
    path: api.path,
    faults: api.faults,
    call: api.call,
  });
}

function readable(
  api: ApiCall,
  options: { path: ResourcePath; type: ResourceType; epoch: Epoch },
): RecordedList {
  const { path, type, epoch } = options;
  const list = api.cluster.data.list(epoch.stepIndex, type);
  if (!list) {
    throw new Refused(forbidden(path));
  }
  return list;
}

/** The stay at a step that a list is read from: the one that it was begun in. */
function epochOf(api: ApiCall): Epoch {
  const { token, cluster, query, call } = api;
  const { staged } = cluster;
  if (!query.get('continue')) {
    return staged.epoch;
  }
  if (!token || token.list !== api.path) {
    throw new Refused(
      badRequest('continue key is not valid: it was not made for this list'),
    );
  }
  const version = query.get('resourceVersion');
  if (version && version !== '0') {
    throw new Refused(
      badRequest(
        'specifying resource version is not allowed when using continue',
      ),
    );
  }
  if (token.rv < 0) {
    return staged.epoch;
  }
  const epoch = staged.epochById(token.epoch);
  if (!epoch || call.now - token.begun > api.continueTtlMs) {
    throw new Refused(expired(inconsistent(token)));
  }
  return epoch;
}

function selection(
  { query }: ApiCall,
  type: ResourceType,
): ((object: JsonObject) => boolean) | undefined {
  const labels = query.get('labelSelector');
  const fields = query.get('fieldSelector');
  try {
    const predicates = [
      ...(labels ? [labelSelector(labels)] : []),
      ...(fields ? [fieldSelector(fields, type.resource)] : []),
    ];
    return predicates.length > 0
      ? object => predicates.every(predicate => predicate(object))
      : undefined;
  } catch (error) {
    if (error instanceof SelectorError) {
      throw new Refused(badRequest(error.message));
    }
    throw error;
  }
}

function limitOf({ query }: ApiCall): number {
  const text = query.get('limit');
  if (!text) {
    return 0;
  }
  if (!/^\d+$/.test(text)) {
    throw new Refused(
      badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`),
    );
  }
  return Number(text);
}
