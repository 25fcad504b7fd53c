import { notModelled } from '../../facts';
import { BuildContext, serviceOf } from '../context';
import { AnnotationReader } from '../parts/annotations';
import { field, obj, objs, str, strMap, strs } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import { ExpectedAction } from '../types';
import { Backend } from './backends';
import { Member, annotationsOf, keyOf } from './members';

/** Annotations of the only Service of a backend come before the Ingress' own. */
function readerOf(
  context: BuildContext,
  member: Member,
  { targets }: Backend,
): AnnotationReader {
  const only = targets?.length === 1 ? targets[0] : undefined;
  const service =
    only && 'service' in only
      ? serviceOf(context, member.ingress.metadata.namespace, only.service)
      : undefined;
  return annotationsOf(member, service);
}

function authAction(
  reader: AnnotationReader,
  member: Member,
): ExpectedAction | undefined {
  const type = oneOf(
    reader.text('auth-type') ?? 'none',
    ['none', 'cognito', 'oidc'],
    reader.nameOf('auth-type'),
  );
  const timeout = reader.text('auth-session-timeout');
  if (timeout !== undefined && !/^[+-]?\d{1,18}$/.test(timeout)) {
    refuse('drift.refused.not-number', {
      annotation: reader.nameOf('auth-session-timeout'),
      value: timeout,
    });
  }
  const cognito = reader.json('auth-idp-cognito');
  const oidc = reader.json('auth-idp-oidc');
  if (type === 'none') {
    return undefined;
  }
  const shared = {
    onUnauthenticatedRequest:
      reader.text('auth-on-unauthenticated-request') ?? 'authenticate',
    scope: reader.text('auth-scope') ?? 'openid',
    sessionCookieName:
      reader.text('auth-session-cookie') ?? 'AWSELBAuthSessionCookie',
    sessionTimeout: timeout === undefined ? 604800 : Number(timeout),
  };
  const idp = obj(type === 'cognito' ? cognito : oidc);
  if (!idp) {
    return refuse('drift.refused.auth-without-idp', {
      owner: keyOf(member),
      type,
    });
  }
  const extra = strMap(field(idp, 'authenticationRequestExtraParams'));
  const params = Object.keys(extra).length > 0 ? extra : undefined;
  const text = (name: string) => str(field(idp, name)) ?? '';
  return type === 'cognito'
    ? {
        type: 'authenticate-cognito',
        other: {
          authenticationRequestExtraParams: params,
          ...shared,
          userPoolARN: text('userPoolARN'),
          userPoolClientID: text('userPoolClientID'),
          userPoolDomain: text('userPoolDomain'),
        },
      }
    : {
        type: 'authenticate-oidc',
        other: {
          authenticationRequestExtraParams: params,
          ...shared,
          issuer: text('issuer'),
          authorizationEndpoint: text('authorizationEndpoint'),
          tokenEndpoint: text('tokenEndpoint'),
          userInfoEndpoint: text('userInfoEndpoint'),
          // A Secret holds them, and nothing here reads one.
          clientID: notModelled('secret'),
          clientSecret: notModelled('secret'),
        },
      };
}

function jwtAction(member: Member): ExpectedAction | undefined {
  const suffix = 'jwt-validation';
  const value = member.annotations.json(suffix);
  if (value === undefined) {
    return undefined;
  }
  const wrong = (): never =>
    refuse('drift.refused.action', {
      annotation: member.annotations.nameOf(suffix),
      owner: keyOf(member),
    });
  const config = obj(value) ?? wrong();
  const claims = objs(field(config, 'additionalClaims')).map(claim => {
    const format = str(field(claim, 'format')) || wrong();
    const name = str(field(claim, 'name')) || wrong();
    const values = strs(field(claim, 'values'));
    return values.length > 0 ? { format, name, values } : wrong();
  });
  return {
    type: suffix,
    other: {
      jwksEndpoint: str(field(config, 'jwksEndpoint')) || wrong(),
      issuer: str(field(config, 'issuer')) || wrong(),
      additionalClaims: claims.length > 0 ? claims : undefined,
    },
  };
}

/** What a request must pass before it is forwarded; only HTTPS can ask. */
export function preActions(
  context: BuildContext,
  member: Member,
  backend: Backend,
): (protocol: string) => ExpectedAction[] {
  const auth = authAction(readerOf(context, member, backend), member);
  const jwt = jwtAction(member);
  return protocol => {
    if (protocol !== 'HTTPS') {
      return [];
    }
    if (auth && jwt) {
      refuse('drift.refused.auth-and-jwt', { owner: keyOf(member) });
    }
    return [auth, jwt].flatMap(each => each ?? []);
  };
}
