import {
  GatewayObject,
  IngressClassObject,
  IngressClassParamsObject,
  IngressObject,
  ServiceObject,
} from '../../inventory/objects';
import { claimOfGateway } from './gateway';
import { IngressClassContext, claimOfIngress } from './ingress';
import { claimOfService } from './service';

const meta = { name: 'web', namespace: 'shop', uid: 'u' };

function classes(...all: IngressClassObject[]) {
  return new Map(all.map(each => [each.metadata.name, each]));
}

function ingressClass(
  name: string,
  controller: string,
  more: Partial<IngressClassObject> = {},
): IngressClassObject {
  return {
    metadata: { ...meta, name, namespace: '', ...more.metadata },
    spec: { controller, ...more.spec },
  };
}

const alb = ingressClass('alb', 'ingress.k8s.aws/alb');
const nginx = ingressClass('nginx', 'k8s.io/ingress-nginx');

function context(more: Partial<IngressClassContext> = {}): IngressClassContext {
  return {
    classes: classes(alb, nginx),
    params: new Map(),
    classAnnotations: ['alb'],
    ...more,
  };
}

function ingress(
  spec: IngressObject['spec'],
  annotations: Record<string, string> = {},
): IngressObject {
  return { metadata: { ...meta, annotations }, spec };
}

// As `pkg/ingress/group_loader.go` at v3.5.0 decides.
describe('claimOfIngress', () => {
  it('claims an implicit group by its class', () => {
    expect(
      claimOfIngress(ingress({ ingressClassName: 'alb' }), context()),
    ).toEqual({
      status: 'claimed',
      by: 'controller',
      stack: { family: 'ingress', value: 'shop/web' },
    });
  });

  it('claims an explicit group by annotation, and by parameters before it', () => {
    const grouped = ingress(
      { ingressClassName: 'alb' },
      { 'alb.ingress.kubernetes.io/group.name': 'edge' },
    );
    expect(claimOfIngress(grouped, context()).stack?.value).toBe('edge');
    const params: IngressClassParamsObject = {
      metadata: { ...meta, name: 'p', namespace: '' },
      spec: { group: { name: 'platform' } },
    };
    const withParams = ingressClass('alb', 'ingress.k8s.aws/alb', {
      spec: {
        parameters: {
          apiGroup: 'elbv2.k8s.aws',
          kind: 'IngressClassParams',
          name: 'p',
        },
      },
    });
    expect(
      claimOfIngress(
        grouped,
        context({
          classes: classes(withParams),
          params: new Map([['p', params]]),
        }),
      ).stack?.value,
    ).toBe('platform');
  });

  it('puts the class annotation before the field', () => {
    const annotated = (value: string) =>
      claimOfIngress(
        ingress(
          { ingressClassName: 'alb' },
          { 'kubernetes.io/ingress.class': value },
        ),
        context(),
      ).status;
    expect(annotated('nginx')).toBe('other');
    expect(annotated('alb')).toBe('claimed');
  });

  it('leaves other controllers alone', () => {
    expect(
      claimOfIngress(ingress({ ingressClassName: 'nginx' }), context()).status,
    ).toBe('other');
  });

  it('takes a missing class for neither claim nor release', () => {
    expect(
      claimOfIngress(ingress({ ingressClassName: 'gone' }), context()),
    ).toMatchObject({
      status: 'class-missing',
      stack: { value: 'shop/web' },
      reason: { code: 'claim.ingress-class-missing' },
    });
  });

  it('takes missing parameters for a missing class', () => {
    const withParams = ingressClass('alb', 'ingress.k8s.aws/alb', {
      spec: { parameters: { kind: 'IngressClassParams', name: 'gone' } },
    });
    expect(
      claimOfIngress(
        ingress({ ingressClassName: 'alb' }),
        context({ classes: classes(withParams) }),
      ).status,
    ).toBe('class-missing');
  });

  it('says unknown where classes or parameters were not read', () => {
    const it = ingress({ ingressClassName: 'alb' });
    expect(claimOfIngress(it, context({ classes: undefined })).status).toBe(
      'unknown',
    );
    const withParams = ingressClass('alb', 'ingress.k8s.aws/alb', {
      spec: { parameters: { kind: 'IngressClassParams', name: 'p' } },
    });
    expect(
      claimOfIngress(
        it,
        context({ classes: classes(withParams), params: undefined }),
      ).status,
    ).toBe('unknown');
  });

  it('uses the default class, or --ingress-class="" without one', () => {
    const byDefault = ingressClass('alb', 'ingress.k8s.aws/alb', {
      metadata: {
        ...meta,
        name: 'alb',
        annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' },
      },
    });
    expect(
      claimOfIngress(ingress({}), context({ classes: classes(byDefault) }))
        .status,
    ).toBe('claimed');
    expect(claimOfIngress(ingress({}), context()).status).toBe('other');
    expect(
      claimOfIngress(ingress({}), context({ classAnnotations: [''] })).status,
    ).toBe('claimed');
  });

  it('lets a wrong group name leave every group', () => {
    expect(
      claimOfIngress(
        ingress(
          { ingressClassName: 'alb' },
          { 'alb.ingress.kubernetes.io/group.name': 'Not Valid' },
        ),
        context(),
      ),
    ).toMatchObject({ status: 'nobody' });
  });
});

// As `pkg/service/service_utils.go:46-80` at v3.5.0 decides.
describe('claimOfService', () => {
  const TYPE = 'service.beta.kubernetes.io/aws-load-balancer-type';
  const TARGET = 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type';
  it.each<
    [string, ServiceObject['spec'], Record<string, string>, string, string]
  >([
    ['no load balancer', { type: 'ClusterIP' }, {}, 'other', 'other'],
    [
      'the class',
      { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' },
      {},
      'claimed',
      'controller',
    ],
    [
      'another class',
      { type: 'LoadBalancer', loadBalancerClass: 'x/y' },
      { [TYPE]: 'nlb-ip' },
      'other',
      'other',
    ],
    [
      'Auto Mode',
      { type: 'LoadBalancer', loadBalancerClass: 'eks.amazonaws.com/nlb' },
      {},
      'claimed',
      'eks-auto-mode',
    ],
    [
      'nlb-ip',
      { type: 'LoadBalancer' },
      { [TYPE]: 'nlb-ip' },
      'claimed',
      'controller',
    ],
    [
      'external and a target type',
      { type: 'LoadBalancer' },
      { [TYPE]: 'external', [TARGET]: 'ip' },
      'claimed',
      'controller',
    ],
    [
      'external alone',
      { type: 'LoadBalancer' },
      { [TYPE]: 'external' },
      'nobody',
      'controller',
    ],
    ['nothing', { type: 'LoadBalancer' }, {}, 'claimed', 'cloud-controller'],
  ])('%s', (_name, spec, annotations, status, by) => {
    expect(
      claimOfService({ metadata: { ...meta, annotations }, spec }, [
        'service.k8s.aws/nlb',
      ]),
    ).toMatchObject({ status, by });
  });
});

describe('claimOfGateway', () => {
  const gateway = (finalizers: string[] = []): GatewayObject => ({
    metadata: { ...meta, finalizers },
    spec: { gatewayClassName: 'aws-alb' },
  });
  const known = (controllerName: string) =>
    new Map([
      [
        'aws-alb',
        { metadata: { ...meta, name: 'aws-alb' }, spec: { controllerName } },
      ],
    ]);

  it('goes by the controller of its class', () => {
    expect(claimOfGateway(gateway(), known('gateway.k8s.aws/alb')).status).toBe(
      'claimed',
    );
    expect(claimOfGateway(gateway(), known('istio.io/gateway')).status).toBe(
      'other',
    );
    expect(
      claimOfGateway(gateway(), known('eks.amazonaws.com/gateway-alb')).by,
    ).toBe('eks-auto-mode');
  });

  it('knows by the finalizer whose it was where the class is gone', () => {
    expect(
      claimOfGateway(gateway(['gateway.k8s.aws/alb']), new Map()).status,
    ).toBe('class-missing');
    expect(claimOfGateway(gateway(), new Map()).status).toBe('unknown');
    expect(claimOfGateway(gateway(), undefined).status).toBe('unknown');
  });
});
