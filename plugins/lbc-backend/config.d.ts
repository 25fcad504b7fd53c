import { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * LBC for Backstage. Every option has a default; the clusters come from the
   * block `kubernetes`, the credentials from the block `aws`.
   */
  lbc?: {
    /** What is read in AWS. */
    aws?: {
      /**
       * Regions that are read in every account of the block `aws`: the main
       * account and each of `aws.accounts`.
       */
      regions?: string[];
      /**
       * Accounts and Regions to read, instead of every account in each of
       * `regions`.
       */
      scopes?: Array<{
        /** The account's twelve digits, in quotes. */
        accountId: string;
        /** As in `eu-west-1`. */
        region: string;
        /** Addresses to call instead of AWS' public ones: VPC endpoints. https, or loopback. */
        endpoints?: {
          /** Elastic Load Balancing v2. */
          elbv2?: string;
          /** Resource Groups Tagging API. */
          tagging?: string;
          /** EC2, where `optional.ec2` is on. */
          ec2?: string;
          /** EKS, where `optional.eks` is on. */
          eks?: string;
          /** IAM, where `optional.iam` is on. It is global: of an account's first scope. */
          iam?: string;
        };
      }>;
      /**
       * How fast AWS is asked, in each account and Region and for each AWS
       * service. AWS' own allowance is shared with the live controllers.
       */
      budget?: {
        /** Default: 2. */
        requestsPerSecond?: number;
        /** Default: 10. */
        burst?: number;
      };
      /**
       * Services that are read only where they are switched on here; each needs
       * actions of its own in the portal's policy.
       */
      optional?: {
        /**
         * Security groups that controllers made (ec2:DescribeSecurityGroups), so
         * that one which is left over is seen. Default: false.
         */
        ec2?: boolean;
        /**
         * Which clusters EKS has (eks:ListClusters, eks:DescribeCluster), so that
         * a cluster which is gone for good is known to be; how long it supports
         * their versions, and which roles their controllers have by Pod Identity.
         * Default: false.
         */
        eks?: boolean;
        /**
         * The roles of controllers and their policies (iam:GetRole and others),
         * so that an action which a release needs and a role lacks is known to
         * be missing. Default: false.
         */
        iam?: boolean;
      };
    };

    /** Which of the portal's clusters are read. Default: all. */
    clusters?: {
      /** Names of the clusters to read; others are left alone. */
      include?: string[];
      /** Names of clusters to leave alone. */
      exclude?: string[];
    };

    /** How often things are read. */
    schedule?: {
      /** Each cluster, whole. Default: 5 minutes. */
      cluster?: HumanDuration | string;
      /** Each AWS account and Region, whole. Default: 5 minutes. */
      scope?: HumanDuration | string;
      /** Which clusters, accounts and Regions there are. Default: 5 minutes. */
      discovery?: HumanDuration | string;
      /** Health of targets. Default: 1 minute. */
      health?: HumanDuration | string;
      /** All entities of the catalog, to find their load balancers. Default: 10 minutes. */
      catalog?: HumanDuration | string;
    };

    /** Waits before a verdict. */
    lifecycle?: {
      /** Between the two sightings that make a load balancer `orphaned`. Default: 15 minutes. */
      orphanGrace?: HumanDuration | string;
      /** Between the two sightings that make it `unattended`. Default: 5 minutes. */
      unattendedAfter?: HumanDuration | string;
      /** After which a deletion that nothing explains counts as stuck. Default: 15 minutes. */
      stuckAfter?: HumanDuration | string;
    };

    /**
     * Says which cluster a value of the tag `elbv2.k8s.aws/cluster` belongs to,
     * where what the clusters say themselves does not suffice.
     */
    bindings?: Array<{
      /** The tag's value. */
      clusterTag: string;
      /** The account's twelve digits, in quotes. */
      accountId: string;
      region: string;
      /** Default: every VPC of the account and Region. */
      vpcId?: string;
      /** The cluster's name in the portal. */
      cluster: string;
    }>;

    /**
     * Which cluster of EKS a cluster of the portal is, where the address of its
     * API server in `kubernetes.clusterLocatorMethods` does not tell. Read only
     * with `aws.optional.eks`; counts once EKS was seen to have the cluster.
     */
    eksClusters?: Array<{
      /** The cluster's name in the portal. */
      cluster: string;
      /** As in `arn:aws:eks:eu-west-1:123456789012:cluster/prod`. */
      arn: string;
    }>;

    /**
     * Clusters that are gone for good. Only with this, or with EKS saying so,
     * are load balancers that they left behind called `orphaned`.
     */
    retiredClusters?: Array<{
      /** The value of the tag `elbv2.k8s.aws/cluster`. */
      clusterTag: string;
      /** The account's twelve digits, in quotes. */
      accountId: string;
      region: string;
      vpcId: string;
      /** Who says so. */
      by: string;
      /** Since when, as in `2026-11-01` or `2026-11-01T12:00:00Z`, in quotes. */
      at: string;
    }>;

    /**
     * Orphaned load balancers that may be cleaned up although this portal never
     * saw their owners, or has not waited for a day. Only then are the commands
     * shown that delete them; nothing here ever runs one.
     */
    confirmedOrphans?: Array<{
      /** The ARN of the load balancer, or of the security group. */
      arn: string;
      /** Who says so. */
      by: string;
      /**
       * When, after it became orphaned, as in `2026-11-24T12:00:00Z`, in quotes.
       */
      at: string;
    }>;

    /**
     * Namespaces that had load balancers and are gone for good. Until then a
     * list of namespaces without them counts as incomplete, because a proxy may
     * hide them. A word ends when its namespace is seen again later.
     */
    confirmedGoneNamespaces?: Array<{
      /** The cluster's name in the portal. */
      cluster: string;
      namespace: string;
      /** Who says so. */
      by: string;
      /** When, as in `2026-11-24T12:00:00Z`, in quotes. */
      at: string;
    }>;

    /**
     * Clusters that lost many owners of load balancers at once, and were meant
     * to. Until then nothing there is called `orphaned`.
     */
    confirmedLosses?: Array<{
      /** The cluster's name in the portal. */
      cluster: string;
      /** Who says so. */
      by: string;
      /**
       * When, after the loss was seen, as in `2026-11-24T12:00:00Z`, in quotes.
       * Another loss after it needs another word.
       */
      at: string;
    }>;

    /**
     * What load balancers cost, for what an orphan costs a month. The product
     * knows few prices; in a Region without one it says that it does not know.
     */
    prices?: {
      /** When they were true, as in `2026-11-24`, in quotes. */
      date?: string;
      /** Where they come from. Default: `lbc.prices`. */
      source?: string;
      /** A public IPv4 address, USD an hour, where a Region says nothing else. */
      publicIpv4?: number;
      /** By Region, as in `eu-west-1`; each in USD an hour. */
      regions?: {
        [region: string]: {
          /** An Application Load Balancer. */
          application?: number;
          /** A Network Load Balancer. */
          network?: number;
          /** A Gateway Load Balancer. */
          gateway?: number;
          /** A public IPv4 address. */
          publicIpv4?: number;
        };
      };
    };

    /** What is known of the controller's releases, beside what upstream says. */
    knowledge?: {
      /**
       * Files, YAML or JSON, that add a release or correct one; paths are
       * absolute, or relative to where the backend is started. See
       * docs/knowledge.md.
       */
      files?: string[];
    };

    /** What upgrade readiness goes by, beside what is read. */
    readiness?: {
      /**
       * Values of the chart, by cluster: Helm keeps them in a Secret, which is
       * never read. Without them, checks of values are `unknown`.
       */
      values?: Array<{
        /** Name of the cluster, as the portal has it. */
        cluster: string;
        /** As in values.yaml; may be an `$include`. */
        values: { [name: string]: unknown };
      }>;
    };

    /**
     * Tags of load balancers whose value names a catalog entity, beside
     * `backstage.io/entity-ref`. Tags that name two entities attach to none.
     */
    entityTags?: Array<{
      key: string;
      /** Kind of the entity where the value names none. Default: Component. */
      kind?: string;
      /** Namespace of the entity where the value names none. Default: default. */
      namespace?: string;
    }>;

    /**
     * Keys of tags that only infrastructure code sets, such as `terraform`. What
     * carries one is never called `orphaned`.
     */
    infrastructureTags?: string[];

    /** What load balancers were before a change, to compare with after it. */
    baselines?: {
      /** Days for which a baseline is kept. Default: 90. */
      retentionDays?: number;
      /** The most baselines that are kept of one cluster. Default: 50. */
      perCluster?: number;
      /** Clusters of which a baseline is taken by itself. */
      schedule?: Array<{
        /** Name of the cluster, as the portal has it. */
        cluster: string;
        /** How often; an hour at the least. Default: 1 day. */
        every?: HumanDuration | string;
      }>;
    };

    /** How long history is kept. */
    history?: {
      /** Default: 180 days. */
      retention?: HumanDuration | string;
      /** Changes of state that are kept of one load balancer. Default: 500. */
      perSubject?: number;
    };

    /** The jobs that read and judge. */
    jobs?: {
      /** How often each replica looks for work. Default: 1 second. */
      pollInterval?: HumanDuration | string;
      /** Jobs at one time in each replica. Default: 4. */
      concurrency?: number;
      /** After which a job of a replica that died is taken over. Default: 1 minute. */
      lease?: HumanDuration | string;
      /** After which a job is given up. Default: 10 minutes. */
      timeout?: HumanDuration | string;
      /** Before a failed job is tried again, growing with each failure. Default: 30 seconds. */
      backoff?: HumanDuration | string;
    };
  };
}
