import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** The services that a sweep calls, as configuration names them. */
export const ENDPOINT_SERVICES = [
  'elbv2',
  'tagging',
  'ec2',
  'eks',
  'iam',
] as const;

export type EndpointService = (typeof ENDPOINT_SERVICES)[number];

/** Endpoints that a scope's calls go to, by service. */
export type Endpoints = Partial<Record<EndpointService, string>>;

/**
 * Reads the endpoints of one scope, such as VPC endpoints. Requests to them
 * carry signatures, so they must be https, or not leave the machine.
 */
export function readEndpoints(options: {
  config?: Config;
  /** The whole key, for errors. */
  key: string;
}): Endpoints {
  const { config, key } = options;
  const endpoints: Endpoints = {};
  for (const name of config?.keys() ?? []) {
    const service = ENDPOINT_SERVICES.find(each => each === name);
    if (!config || !service) {
      throw new InputError(
        `Unknown service in ${key}.${name}; endpoints can be given for ${ENDPOINT_SERVICES.join(
          ', ',
        )}`,
      );
    }
    const text = config.getString(name);
    if (!isAllowed(text)) {
      throw new InputError(
        `Invalid endpoint in ${key}.${name}: it must be an https address, or http on this machine (localhost, 127.0.0.1 or [::1])`,
      );
    }
    endpoints[service] = text;
  }
  return endpoints;
}

function isAllowed(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) {
    return false;
  }
  return (
    protocol === 'https:' ||
    (protocol === 'http:' &&
      (hostname === 'localhost' ||
        hostname === '[::1]' ||
        /^127(\.\d{1,3}){3}$/.test(hostname)))
  );
}
