import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { StylesProvider } from '@material-ui/core/styles';
import { useLocation } from 'react-router-dom';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';
import { FixtureApi, checkout, responses } from '../__fixtures__';
import { lbcApiRef } from '../api';
import { CompatibilityContent } from '../components/compatibility';
import type { Report } from '../components/compatibility/types';
import { LoadBalancersContent } from '../components/content';
import { ReadinessContent } from '../components/readiness';
import { DOCTOR_PATH, doctorRouteRef } from '../routes';
import type { Answer } from '../components/readiness/types';

function Address() {
  return <div data-testid="address">{useLocation().search}</div>;
}

/**
 * The tab in a test app, over an API that answers from a fixture. Without
 * style sheets: jsdom paints nothing, but computes them for every query.
 */
export function renderContent(
  answer: EntityLoadBalancersResponse | FixtureApi,
  options: { entity?: Entity; path?: string } = {},
): { container: HTMLElement; api: FixtureApi } {
  const api = answer instanceof FixtureApi ? answer : new FixtureApi(answer);
  return renderTab(<LoadBalancersContent />, api, options);
}

/** The tab Compatibility, over a report. */
export function renderCompatibility(
  report: Report | FixtureApi,
  options: { entity?: Entity; path?: string } = {},
): { container: HTMLElement; api: FixtureApi } {
  const api =
    report instanceof FixtureApi ? report : new FixtureApi(responses.inService);
  if (!(report instanceof FixtureApi)) {
    api.report = report;
  }
  return renderTab(<CompatibilityContent />, api, options);
}

/** The tab Upgrade readiness, over an answer. */
export function renderReadiness(
  answer: Answer | FixtureApi,
  options: { entity?: Entity; path?: string } = {},
): { container: HTMLElement; api: FixtureApi } {
  const api =
    answer instanceof FixtureApi ? answer : new FixtureApi(responses.inService);
  if (!(answer instanceof FixtureApi)) {
    api.readiness = answer;
  }
  return renderTab(<ReadinessContent />, api, options);
}

function renderTab(
  content: JSX.Element,
  api: FixtureApi,
  options: { entity?: Entity; path?: string },
): { container: HTMLElement; api: FixtureApi } {
  const { entity = checkout, path = '/' } = options;
  const { container } = renderInTestApp(
    <StylesProvider disableGeneration>
      <EntityProvider entity={entity}>
        {content}
        <Address />
      </EntityProvider>
    </StylesProvider>,
    {
      apis: [[lbcApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        [DOCTOR_PATH]: doctorRouteRef,
      },
      initialRouteEntries: [path],
    },
  );
  return { container, api };
}
