import { ServiceObject } from '../../../inventory/objects';
import { AnnotationReader } from '../parts/annotations';
import { oneOf } from '../parts/refused';
import { healthCheckPort } from '../parts/services';
import { ControllerSettings } from '../settings';
import { ExpectedHealthCheck } from '../types';

const PREFIX = 'aws-load-balancer-healthcheck-';

const DEFAULTS = {
  protocol: 'TCP',
  port: 'traffic-port',
  path: '/',
  interval: 10,
  timeout: 10,
  threshold: 3,
};

/** Instances behind `externalTrafficPolicy: Local`: kube-proxy answers. */
function localDefaults({ spec }: ServiceObject): typeof DEFAULTS {
  return {
    protocol: 'HTTP',
    port: String(spec?.healthCheckNodePort ?? 0),
    path: '/healthz',
    interval: 10,
    timeout: 6,
    threshold: 2,
  };
}

/** `buildTargetGroupHealthCheckConfig` of a Service. */
export function healthCheckOf(options: {
  reader: AnnotationReader;
  service: ServiceObject;
  targetType: string;
  settings: ControllerSettings;
}): ExpectedHealthCheck {
  const { reader, service, targetType, settings } = options;
  const { spec } = service;
  const defaults =
    targetType === 'instance' &&
    spec?.externalTrafficPolicy === 'Local' &&
    spec.type === 'LoadBalancer'
      ? localDefaults(service)
      : DEFAULTS;
  const protocol = oneOf(
    (reader.text(`${PREFIX}protocol`) ?? defaults.protocol).toUpperCase(),
    ['TCP', 'HTTP', 'HTTPS'],
    reader.nameOf(`${PREFIX}protocol`),
  );
  const isTcp = protocol === 'TCP';
  const threshold = (suffix: string) =>
    reader.int(`${PREFIX}${suffix}`) ?? defaults.threshold;
  return {
    port: healthCheckPort({
      raw: reader.text(`${PREFIX}port`) ?? defaults.port,
      service,
      targetType,
    }),
    protocol,
    path: isTcp ? undefined : reader.text(`${PREFIX}path`) ?? defaults.path,
    matcher:
      isTcp || !settings.nlbHealthCheckAdvanced
        ? undefined
        : { httpCode: reader.text(`${PREFIX}success-codes`) ?? '200-399' },
    intervalSeconds: reader.int(`${PREFIX}interval`) ?? defaults.interval,
    timeoutSeconds: settings.nlbHealthCheckAdvanced
      ? reader.int(`${PREFIX}timeout`) ?? defaults.timeout
      : defaults.timeout,
    healthyThresholdCount: threshold('healthy-threshold'),
    unhealthyThresholdCount: threshold('unhealthy-threshold'),
  };
}
