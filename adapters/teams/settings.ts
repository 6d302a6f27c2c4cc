/** How Teams knows us. `TeamsSettings` of the program's configuration is one of these. */
export interface TeamsConfig {
  /** Null: nobody is asked who they are, which is for this machine alone. */
  readonly appId: string | null;
  readonly type: "SingleTenant" | "UserAssignedMSI";
  /** Of an app that has one. */
  readonly password?: string;
  readonly tenant: string;
  /** Where the keys of Teams' signatures are told, and our tokens made. */
  readonly openIdUrl: string;
  readonly tokenUrl: string;
  /** Whether Microsoft's services may be stood in for on this machine. */
  readonly here: boolean;
}
