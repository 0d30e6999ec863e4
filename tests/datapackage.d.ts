/** What the tests use of a Frictionless library that brings no types. */
declare module 'datapackage' {
  export class Package {
    static load(descriptor: string): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly {
      readonly name: string;
      readonly descriptor: { readonly schema: { readonly foreignKeys?: readonly object[] } };
      checkRelations(): Promise<boolean>;
      read(options: { readonly keyed: true }): Promise<readonly Record<string, unknown>[]>;
    }[];
  }
}
