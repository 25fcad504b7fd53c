import { Fact, Reference, notModelled } from '../../facts';
import { Json, bool, num, obj, objs, str, strMap, strs } from '../parts/read';
import { refuse } from '../parts/refused';
import { ExpectedAction } from '../types';

const BEFORE = ['authenticate-cognito', 'authenticate-oidc', 'jwt-validation'];
const ROUTING = ['forward', 'fixed-response', 'redirect'];

function authOf(config: Json, names: Readonly<Record<string, string>>) {
  const extra = strMap(config.authenticationRequestExtraParams);
  return {
    ...(Object.keys(extra).length > 0 && {
      authenticationRequestExtraParams: extra,
    }),
    onUnauthenticatedRequest: str(config.onUnauthenticatedRequest),
    scope: str(config.scope),
    sessionCookieName: str(config.sessionCookieName),
    sessionTimeout: num(config.sessionTimeout),
    ...Object.fromEntries(
      Object.entries(names).map(([to, from]) => [to, str(config[from]) ?? '']),
    ),
  };
}

/** What a request must pass first, by a ListenerRuleConfiguration. */
export function preAction(
  ruleConfig: Json | undefined,
): ExpectedAction | undefined {
  const action = objs(ruleConfig?.actions).find(({ type }) =>
    BEFORE.includes(str(type) ?? ''),
  );
  switch (action?.type) {
    case 'authenticate-cognito':
      return {
        type: 'authenticate-cognito',
        other: authOf(obj(action.authenticateCognitoConfig) ?? {}, {
          userPoolARN: 'userPoolArn',
          userPoolClientID: 'userPoolClientId',
          userPoolDomain: 'userPoolDomain',
        }),
      };
    case 'authenticate-oidc':
      return {
        type: 'authenticate-oidc',
        other: {
          ...authOf(obj(action.authenticateOIDCConfig) ?? {}, {
            issuer: 'issuer',
            authorizationEndpoint: 'authorizationEndpoint',
            tokenEndpoint: 'tokenEndpoint',
            userInfoEndpoint: 'userInfoEndpoint',
          }),
          // A Secret holds them, and nothing here reads one.
          clientID: notModelled('secret'),
          clientSecret: notModelled('secret'),
        },
      };
    case 'jwt-validation': {
      const config = obj(action.jwtValidationConfig) ?? {};
      const claims = objs(config.additionalClaims).map(claim => ({
        format: str(claim.format) ?? '',
        name: str(claim.name) ?? '',
        values: strs(claim.values),
      }));
      return {
        type: 'jwt-validation',
        other: {
          jwksEndpoint: str(config.jwksEndpoint) ?? '',
          issuer: str(config.issuer) ?? '',
          ...(claims.length > 0 && { additionalClaims: claims }),
        },
      };
    }
    default:
      return undefined;
  }
}

function redirectOf(
  filter: Json,
  ruleAction: Json | undefined,
): ExpectedAction {
  const scheme = str(filter.scheme)?.toUpperCase();
  if (scheme !== undefined && scheme !== 'HTTP' && scheme !== 'HTTPS') {
    refuse('drift.refused.value', {
      field: 'requestRedirect.scheme',
      value: scheme,
      allowed: ['http', 'https'],
    });
  }
  const path = obj(filter.path);
  const replaced = str(path?.replaceFullPath) ?? str(path?.replacePrefixMatch);
  if (replaced !== undefined && /[*?]/.test(replaced)) {
    refuse('drift.refused.wildcard-path', {
      owner: 'requestRedirect',
      path: replaced,
    });
  }
  const port = num(filter.port);
  const code = num(filter.statusCode);
  const defaultPort = scheme && (scheme === 'HTTP' ? '80' : '443');
  return {
    type: 'redirect',
    redirect: {
      host: str(filter.hostname),
      path: str(path?.replaceFullPath),
      port: port === undefined ? defaultPort : String(port),
      protocol: scheme,
      query: str(obj(ruleAction?.redirectConfig)?.query),
      statusCode: code === undefined ? '' : `HTTP_${code}`,
    },
  };
}

const PASSED = ['ExtensionRef', 'URLRewrite'];

/** A redirect by a filter of the route, which comes before its backends. */
function redirectByFilter(
  kind: string,
  filters: readonly Json[],
  ruleAction: Json | undefined,
): ExpectedAction | undefined {
  const allowed = kind === 'HTTPRoute' ? PASSED : PASSED.slice(0, 1);
  if (
    kind === 'HTTPRoute' &&
    filters.length === 1 &&
    filters[0].type === 'ExtensionRef' &&
    ruleAction?.redirectConfig !== undefined
  ) {
    refuse('drift.refused.redirect-without-filter');
  }
  for (const filter of filters) {
    const type = str(filter.type) ?? '';
    if (type === 'RequestRedirect' && kind === 'HTTPRoute') {
      return redirectOf(obj(filter.requestRedirect) ?? {}, ruleAction);
    }
    if (!allowed.includes(type)) {
      refuse('drift.refused.filter', { type });
    }
  }
  return undefined;
}

/** Where a rule sends requests (`BuildRuleRoutingAction`). */
export function routingAction(options: {
  kind: string;
  filters: readonly Json[];
  ruleConfig: Json | undefined;
  targets: ReadonlyArray<{ targetGroup: Fact<Reference>; weight: number }>;
}): ExpectedAction {
  const { kind, filters, ruleConfig, targets } = options;
  const action = objs(ruleConfig?.actions).find(({ type }) =>
    ROUTING.includes(str(type) ?? ''),
  );
  if (action?.type === 'fixed-response') {
    const config = obj(action.fixedResponseConfig);
    return {
      type: 'fixed-response',
      fixedResponse: {
        contentType: str(config?.contentType),
        messageBody: str(config?.messageBody),
        statusCode: String(num(config?.statusCode) ?? 0),
      },
    };
  }
  const redirect = redirectByFilter(kind, filters, action);
  if (redirect) {
    return redirect;
  }
  if (!targets.some(({ weight }) => weight !== 0)) {
    return {
      type: 'fixed-response',
      fixedResponse: { contentType: 'text/plain', statusCode: '500' },
    };
  }
  const stickiness = obj(
    obj(action?.forwardConfig)?.targetGroupStickinessConfig,
  );
  return {
    type: 'forward',
    targetGroups: [...targets],
    ...(stickiness && {
      stickiness: {
        enabled: bool(stickiness.enabled),
        durationSeconds: num(stickiness.durationSeconds),
      },
    }),
  };
}
