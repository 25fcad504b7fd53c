/**
 * Kubernetes objects as the sweep keeps them: the field names of the API, the
 * rest projected away, `managedFields` reduced to {@link ObjectMeta.specChangedAt}.
 */

/** @public */
export interface ObjectMeta {
  name: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  uid: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  finalizers?: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{ kind: string; name: string; uid: string }>;
  /**
   * The newest non-status `managedFields` time of a manager other than the
   * controller itself (ISO 8601): when somebody last changed the object.
   */
  specChangedAt?: string;
}

/** @public */
export interface NamespaceObject {
  metadata: ObjectMeta;
  status?: {
    phase?: string;
    conditions?: Array<{ type: string; status: string; message?: string }>;
  };
}

/** A hostname or address of a load balancer in an object's status. @public */
export interface LoadBalancerStatus {
  loadBalancer?: { ingress?: Array<{ hostname?: string; ip?: string }> };
}

/** @public */
export interface ServiceBackend {
  name?: string;
  port?: { number?: number; name?: string };
}

/** @public */
export interface IngressObject {
  metadata: ObjectMeta;
  spec?: {
    ingressClassName?: string;
    defaultBackend?: { service?: ServiceBackend };
    tls?: Array<{ hosts?: string[] }>;
    rules?: Array<{
      host?: string;
      http?: {
        paths?: Array<{
          path?: string;
          pathType?: string;
          backend?: { service?: ServiceBackend };
        }>;
      };
    }>;
  };
  status?: LoadBalancerStatus;
}

/** @public */
export interface ObjectReference {
  apiGroup?: string;
  kind?: string;
  namespace?: string;
  name: string;
}

/** @public */
export interface IngressClassObject {
  metadata: ObjectMeta;
  spec?: { controller?: string; parameters?: ObjectReference };
}

/** The whole `spec` is kept: it changes what the controller builds. @public */
export interface IngressClassParamsObject {
  metadata: ObjectMeta;
  spec?: { group?: { name?: string }; scheme?: string } & Record<
    string,
    unknown
  >;
}

/** @public */
export interface ServicePort {
  name?: string;
  port?: number;
  protocol?: string;
  appProtocol?: string;
  nodePort?: number;
  targetPort?: string | number;
}

/** @public */
export interface ServiceObject {
  metadata: ObjectMeta;
  spec?: {
    type?: string;
    loadBalancerClass?: string;
    externalTrafficPolicy?: string;
    healthCheckNodePort?: number;
    allocateLoadBalancerNodePorts?: boolean;
    loadBalancerSourceRanges?: string[];
    ipFamilies?: string[];
    ports?: ServicePort[];
    selector?: Record<string, string>;
  };
  status?: LoadBalancerStatus;
}

/** @public */
export interface TargetGroupBindingObject {
  metadata: ObjectMeta;
  spec?: {
    targetGroupARN?: string;
    targetGroupName?: string;
    targetType?: string;
    vpcID?: string;
    serviceRef?: { name?: string; port?: string | number };
    multiClusterTargetGroup?: boolean;
    iamRoleArnToAssume?: string;
  };
  status?: { observedGeneration?: number; conditions?: Condition[] };
}

/** @public */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  observedGeneration?: number;
  lastTransitionTime?: string;
}

/** @public */
export interface GatewayClassObject {
  metadata: ObjectMeta;
  spec?: { controllerName?: string; parametersRef?: ObjectReference };
  status?: { conditions?: Condition[] };
}

/** @public */
export interface GatewayListener {
  name: string;
  port?: number;
  protocol?: string;
  hostname?: string;
  tls?: { mode?: string };
  allowedRoutes?: {
    kinds?: Array<{ group?: string; kind?: string }>;
    /** The selector as it is. */
    namespaces?: { from?: string; selector?: Record<string, unknown> };
  };
}

/** @public */
export interface GatewayObject {
  metadata: ObjectMeta;
  spec?: {
    gatewayClassName?: string;
    infrastructure?: {
      parametersRef?: ObjectReference;
      annotations?: Record<string, string>;
      labels?: Record<string, string>;
    };
    listeners?: GatewayListener[];
  };
  status?: {
    addresses?: Array<{ type?: string; value: string }>;
    conditions?: Condition[];
    listeners?: Array<{
      name: string;
      attachedRoutes?: number;
      conditions?: Condition[];
    }>;
  };
}

/** HTTPRoute, GRPCRoute, TCPRoute, UDPRoute and TLSRoute. @public */
export interface RouteObject {
  metadata: ObjectMeta;
  spec?: {
    parentRefs?: Array<
      ObjectReference & { sectionName?: string; port?: number }
    >;
    hostnames?: string[];
    rules?: Array<{
      backendRefs?: Array<ObjectReference & { port?: number; weight?: number }>;
      /** As they are: what they say depends on the kind of route. */
      matches?: Array<Record<string, unknown>>;
      filters?: Array<Record<string, unknown>>;
    }>;
  };
  status?: {
    parents?: Array<{
      parentRef?: ObjectReference;
      controllerName?: string;
      conditions?: Condition[];
    }>;
  };
}

/** @public */
export interface GlobalAcceleratorObject {
  metadata: ObjectMeta;
  spec?: Record<string, unknown>;
  status?: { acceleratorARN?: string; dnsName?: string };
}

/** @public */
export interface CustomResourceDefinitionObject {
  metadata: ObjectMeta;
  spec?: {
    group?: string;
    names?: { kind?: string; plural?: string };
    versions?: Array<{
      name: string;
      served?: boolean;
      storage?: boolean;
      /** Dotted paths of the fields that the version's schema has. */
      fields?: string[];
    }>;
  };
  status?: { storedVersions?: string[] };
}

/** @public */
export interface ContainerSummary {
  name: string;
  image: string;
  args?: string[];
  command?: string[];
  env?: Array<{ name: string; value?: string }>;
}

/**
 * All Deployments are listed and projected; containers are kept only where one
 * of them is the controller (its image names it), else the list is empty.
 * @public
 */
export interface DeploymentObject {
  metadata: ObjectMeta;
  spec?: {
    replicas?: number;
    selector?: { matchLabels?: Record<string, string> };
    strategy?: {
      type?: string;
      rollingUpdate?: Record<string, string | number>;
    };
    template?: {
      spec?: { serviceAccountName?: string; containers?: ContainerSummary[] };
    };
  };
  status?: {
    replicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    updatedReplicas?: number;
    conditions?: Condition[];
  };
}

/** @public */
export interface PodObject {
  metadata: ObjectMeta;
  spec?: {
    nodeName?: string;
    serviceAccountName?: string;
    containers?: ContainerSummary[];
    readinessGates?: Array<{ conditionType: string }>;
  };
  status?: {
    phase?: string;
    podIP?: string;
    startTime?: string;
    conditions?: Condition[];
    containerStatuses?: Array<{
      name: string;
      image?: string;
      imageID?: string;
      ready?: boolean;
      restartCount?: number;
    }>;
  };
}

/** @public */
export interface LeaseObject {
  metadata: ObjectMeta;
  spec?: {
    holderIdentity?: string;
    leaseDurationSeconds?: number;
    acquireTime?: string;
    renewTime?: string;
    leaseTransitions?: number;
  };
}

/** @public */
export interface WebhookConfigurationObject {
  metadata: ObjectMeta;
  webhooks?: Array<{
    name: string;
    failurePolicy?: string;
    clientConfig?: {
      service?: { namespace: string; name: string; port?: number };
      /** sha256 of the CA bundle, hex; the bundle itself is not kept. */
      caBundleHash?: string;
      /** When the first certificate of the CA bundle ends (ISO 8601). */
      caExpiresAt?: string;
    };
    rules?: Array<{
      apiGroups?: string[];
      resources?: string[];
      operations?: string[];
    }>;
    admissionReviewVersions?: string[];
  }>;
}

/** Slices of the webhooks' Services only. @public */
export interface EndpointSliceObject {
  metadata: ObjectMeta;
  endpoints?: Array<{
    addresses?: string[];
    conditions?: { ready?: boolean };
  }>;
}

/** @public */
export interface EventObject {
  metadata: ObjectMeta;
  involvedObject: {
    kind: string;
    namespace?: string;
    name: string;
    uid?: string;
  };
  type?: string;
  reason?: string;
  /** Cut to 1,024 characters. */
  message?: string;
  firstTimestamp?: string;
  lastTimestamp?: string;
  eventTime?: string;
  count?: number;
  source?: string;
}

/** An object of which only the metadata and some spec matter here. @public */
export interface PlainObject {
  metadata: ObjectMeta;
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  data?: Record<string, string>;
  rules?: unknown[];
  roleRef?: ObjectReference;
  subjects?: ObjectReference[];
}
