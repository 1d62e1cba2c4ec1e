/** What MikroORM needs to connect. */
export interface OrmSettings {
  readonly clientUrl: string;
  readonly driverOptions: { readonly connectionString: string };
  readonly pool: { min: number; max: number };
  readonly discovery: { readonly warnWhenNoEntities: boolean };
}

const CONNECTIONS = 8;

/** `MikroORM.init({ ...ormSettings(url), entities })`; the types of columns are the entities' own. */
export function ormSettings(url: string): OrmSettings {
  return {
    clientUrl: url,
    // MikroORM reads no parameter of the address, such as the role or the TLS mode; the driver below it does.
    driverOptions: { connectionString: url },
    pool: { min: 0, max: CONNECTIONS },
    discovery: { warnWhenNoEntities: false },
  };
}
