import { useApiHolder, useRouteRef } from '@backstage/core-plugin-api';
import { routeResolutionApiRef } from '@backstage/frontend-plugin-api';
import { doctorRouteRef } from '../routes';

/** The classic system throws where the page is not mounted, and in the new one. */
function useClassicHref(): string | undefined {
  try {
    return useRouteRef(doctorRouteRef)();
  } catch {
    return undefined;
  }
}

/** Where an app has the page of the doctor; undefined where it has none. */
export function useDoctorHref(): string | undefined {
  const classic = useClassicHref();
  const resolution = useApiHolder().get(routeResolutionApiRef);
  return resolution ? resolution.resolve(doctorRouteRef)?.() : classic;
}
