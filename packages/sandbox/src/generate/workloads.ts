import { JsonObject } from '../json';
import { MakeContext, managed, metadata, ownerReference } from './objects';
import { ClusterPlan, NodePlan, WorkloadPlan } from './plan';
import { seconds } from './time';

const IMAGE = 'nginx:1.29';

/** The workloads of a cluster, each once. */
export function workloadsOf(cluster: ClusterPlan): WorkloadPlan[] {
  return [
    ...new Set(
      cluster.stacks.flatMap(stack =>
        stack.backends.map(backend => backend.workload),
      ),
    ),
  ];
}

/** One Pod of a workload: its name, where it runs and its address. */
export interface PodPlace {
  name: string;
  uid: string;
  ip: string;
  node: NodePlan;
}

/** Where the Pods of a workload are. Follows from the plan; nothing of it is kept. */
export function podPlaces(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  { ids }: MakeContext,
): PodPlace[] {
  const replicaSet = replicaSetName(workload, ids);
  return Array.from({ length: workload.pods }, (_, index) => {
    const address = workload.firstAddress + index;
    const zone = address % 3;
    const place = Math.floor(address / 3);
    const inZone = cluster.nodes.filter(node =>
      node.zone.endsWith('abc'[zone]),
    );
    return {
      name: `${replicaSet}-${ids.hex(5, cluster.name, replicaSet, index)}`,
      uid: ids.uid(cluster.name, 'pod', workload.serviceUid, index),
      ip: `10.20.${zone * 64 + 16 + Math.floor(place / 250)}.${
        4 + (place % 250)
      }`,
      node: inZone[place % inZone.length],
    };
  });
}

export function deploymentOf(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  context: MakeContext,
): JsonObject {
  const { ids } = context;
  const { namespace, name, createdAt, pods } = workload;
  const at = seconds(createdAt + 5000);
  const conditions = [
    [
      'Available',
      'MinimumReplicasAvailable',
      'Deployment has minimum availability.',
    ],
    [
      'Progressing',
      'NewReplicaSetAvailable',
      `ReplicaSet "${replicaSetName(
        workload,
        ids,
      )}" has successfully progressed.`,
    ],
  ].map(([type, reason, message]) => ({
    type,
    status: 'True',
    lastUpdateTime: at,
    lastTransitionTime: at,
    reason,
    message,
  }));
  return {
    metadata: metadata(ids, {
      name,
      namespace,
      uid: deploymentUid(cluster, workload, context),
      createdAt,
      generation: 1,
      labels: { app: name },
      annotations: { 'deployment.kubernetes.io/revision': '1' },
      managedFields: [
        managed('deploy', 'apps/v1', createdAt),
        managed(
          'kube-controller-manager',
          'apps/v1',
          createdAt + 5000,
          'status',
        ),
      ],
    }),
    spec: {
      replicas: pods,
      selector: { matchLabels: { app: name } },
      template: podTemplate(workload, { app: name }),
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    },
    status: {
      observedGeneration: 1,
      replicas: pods,
      updatedReplicas: pods,
      readyReplicas: pods,
      availableReplicas: pods,
      conditions,
    },
  };
}

export function replicaSetOf(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  context: MakeContext,
): JsonObject {
  const { ids } = context;
  const { namespace, name, createdAt, pods } = workload;
  const labels = podLabels(workload, context);
  return {
    metadata: metadata(ids, {
      name: replicaSetName(workload, ids),
      namespace,
      uid: replicaSetUid(cluster, workload, context),
      createdAt,
      generation: 1,
      labels,
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(pods),
        'deployment.kubernetes.io/revision': '1',
      },
      ownerReferences: [
        ownerReference('apps/v1', 'Deployment', {
          name,
          uid: deploymentUid(cluster, workload, context),
        }),
      ],
    }),
    spec: {
      replicas: pods,
      selector: { matchLabels: labels },
      template: podTemplate(workload, labels),
    },
    status: {
      replicas: pods,
      fullyLabeledReplicas: pods,
      readyReplicas: pods,
      availableReplicas: pods,
      observedGeneration: 1,
    },
  };
}

export function podsOf(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  context: MakeContext,
): JsonObject[] {
  const { ids } = context;
  const { namespace, createdAt } = workload;
  const set = replicaSetName(workload, ids);
  const startedAt = seconds(createdAt + 2000);
  const owner = ownerReference('apps/v1', 'ReplicaSet', {
    name: set,
    uid: replicaSetUid(cluster, workload, context),
  });
  const { spec } = podTemplate(workload, {});
  return podPlaces(cluster, workload, context).map(
    ({ name, uid, ip, node }) => ({
      metadata: metadata(ids, {
        name,
        generateName: `${set}-`,
        namespace,
        uid,
        createdAt,
        generation: 1,
        labels: podLabels(workload, context),
        ownerReferences: [owner],
        managedFields: [
          managed('kube-controller-manager', 'v1', createdAt),
          managed('kubelet', 'v1', createdAt + 2000, 'status'),
        ],
      }),
      spec: {
        ...spec,
        serviceAccountName: 'default',
        serviceAccount: 'default',
        nodeName: node.name,
        priority: 0,
        enableServiceLinks: true,
        preemptionPolicy: 'PreemptLowerPriority',
      },
      status: {
        phase: 'Running',
        conditions: [
          'PodReadyToStartContainers',
          'Initialized',
          'Ready',
          'ContainersReady',
          'PodScheduled',
        ].map(type => ({
          type,
          status: 'True',
          lastProbeTime: null,
          lastTransitionTime: startedAt,
        })),
        hostIP: node.ip,
        hostIPs: [{ ip: node.ip }],
        podIP: ip,
        podIPs: [{ ip }],
        startTime: startedAt,
        containerStatuses: [
          {
            name: 'app',
            state: { running: { startedAt } },
            lastState: {},
            ready: true,
            restartCount: 0,
            image: IMAGE,
            imageID: `nginx@sha256:${'0'.repeat(64)}`,
            started: true,
          },
        ],
        qosClass: 'BestEffort',
      },
    }),
  );
}

export function replicaSetName(
  workload: WorkloadPlan,
  ids: MakeContext['ids'],
): string {
  return `${workload.name}-${ids.hex(10, 'replicaset', workload.serviceUid)}`;
}

function podLabels(workload: WorkloadPlan, { ids }: MakeContext) {
  const hash = ids.hex(10, 'replicaset', workload.serviceUid);
  return { app: workload.name, 'pod-template-hash': hash };
}

function deploymentUid(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  { ids }: MakeContext,
): string {
  return ids.uid(cluster.name, 'deployment', workload.serviceUid);
}

function replicaSetUid(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  { ids }: MakeContext,
): string {
  return ids.uid(cluster.name, 'replicaset', workload.serviceUid);
}

function podTemplate(workload: WorkloadPlan, labels: Record<string, string>) {
  const containers = [
    {
      name: 'app',
      image: IMAGE,
      ports: workload.ports.map(({ targetPort }) => ({
        containerPort: targetPort,
        protocol: 'TCP',
      })),
      resources: {},
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      imagePullPolicy: 'IfNotPresent',
    },
  ];
  return {
    metadata: { labels },
    spec: {
      containers,
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
    },
  };
}
