import { JsonValue } from '../json';
import { Reply, jsonReply, textReply } from '../wire';
import { ApiCall, Refused } from './ApiCall';
import { ApiGroup } from './apiGroups';
import { ApiPath } from './apiPath';
import {
  aggregated,
  coreVersions,
  groupAnswer,
  groupList,
  resourceList,
} from './discovery';
import { negotiate } from './negotiate';
import { answerResource, pageNotFound } from './resources';
import { forbiddenPath, notAcceptable } from './status';

const DISCOVERY =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Answers a GET as an API server does. */
export function answer(api: ApiCall): Reply {
  try {
    return dispatch(api);
  } catch (error) {
    if (error instanceof Refused) {
      return error.reply;
    }
    throw error;
  }
}

function dispatch(api: ApiCall): Reply {
  const { apiPath, cluster } = api;
  const { stepIndex } = cluster.staged.epoch;
  const groups = () => cluster.data.groups(stepIndex);
  switch (apiPath.type) {
    case 'health':
      return textReply(200, 'ok');
    case 'version': {
      const version = cluster.data.file(stepIndex, 'version');
      return version === undefined
        ? forbiddenPath(api.path)
        : jsonReply(200, version);
    }
    case 'core-versions':
    case 'groups':
      return discoveryRoot(api, groups());
    case 'group':
    case 'group-version':
      return discoveryOf(api, apiPath, groups());
    case 'resource':
      return answerResource(api, apiPath, groups());
    default:
      return pageNotFound();
  }
}

function discoveryRoot(api: ApiCall, groups: ApiGroup[]): Reply {
  const core = api.apiPath.type === 'core-versions';
  const form = negotiate(api.accept, ['json', 'aggregated-discovery']);
  if (form === undefined) {
    return notAcceptable(['application/json', DISCOVERY]);
  }
  if (form === 'aggregated-discovery') {
    return jsonReply(200, aggregated(groups, core), {
      'Content-Type': DISCOVERY,
    });
  }
  return jsonReply(
    200,
    core ? coreVersions(api.serverAddress) : groupList(groups),
  );
}

function discoveryOf(
  { cluster }: ApiCall,
  path: Extract<ApiPath, { type: 'group' | 'group-version' }>,
  groups: ApiGroup[],
): Reply {
  const { data, staged } = cluster;
  const { stepIndex } = staged.epoch;
  let found: JsonValue | undefined;
  if (path.type === 'group') {
    const group = groups.find(each => each.name === path.group);
    found = group && groupAnswer(group);
  } else {
    const recorded = (file: string) => data.file(stepIndex, file);
    found = resourceList({ groups, recorded }, path);
  }
  return found === undefined ? pageNotFound() : jsonReply(200, found);
}
