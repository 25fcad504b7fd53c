import { SelectorError, fieldSelector, labelSelector } from './selectors';

describe('labelSelector', () => {
  const pod = {
    metadata: {
      labels: { app: 'web', 'app.kubernetes.io/name': 'web', tier: '' },
    },
  };

  it.each([
    ['app=web', true],
    ['app==web', true],
    ['app=api', false],
    ['app!=api', true],
    ['missing!=api', true],
    ['app', true],
    ['missing', false],
    ['!missing', true],
    ['!app', false],
    ['app in (api, web)', true],
    ['app in (api)', false],
    ['app notin (api)', true],
    ['missing notin (api)', true],
    ['missing in (api)', false],
    ['tier=', true],
    ['app=web,app.kubernetes.io/name in (web,api),!missing', true],
    ['app=web,missing', false],
  ])('%s is %p', (selector, expected) => {
    expect(labelSelector(selector)(pod)).toBe(expected);
  });

  it.each(['app=web=api', 'app in web', 'a b', '=web'])(
    'cannot read %p',
    selector => {
      expect(() => labelSelector(selector)).toThrow(SelectorError);
    },
  );
});

describe('fieldSelector', () => {
  const event = {
    metadata: { name: 'web.1', namespace: 'shop' },
    involvedObject: { kind: 'Ingress', name: 'web' },
    source: { component: 'ingress' },
    type: 'Warning',
  };

  it.each([
    ['involvedObject.kind=Ingress', true],
    ['involvedObject.kind!=Ingress', false],
    ['involvedObject.kind=Ingress,type=Warning,metadata.namespace=shop', true],
    ['involvedObject.kind=Ingress,type=Normal', false],
    ['source=ingress', true],
    ['reason=', true],
  ])('%s is %p', (selector, expected) => {
    expect(fieldSelector(selector, 'events')(event)).toBe(expected);
  });

  it('knows only the fields that an API server knows', () => {
    expect(() => fieldSelector('spec.x=1', 'events')).toThrow(
      'field label not supported: spec.x',
    );
    expect(() => fieldSelector('type=Warning', 'pods')).toThrow(SelectorError);
    expect(() => fieldSelector('nonsense', 'pods')).toThrow(SelectorError);
  });
});
