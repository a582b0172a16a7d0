/** The part of Kibana's own package that we call; it is the only module required from Kibana at run time. */
declare module '@kbn/config-schema' {
  export interface Type<V> {
    validate(value: unknown): V;
  }
  export type TypeOf<T> = T extends Type<infer V> ? V : never;
  interface Options<V> {
    readonly defaultValue?: V;
    readonly minSize?: number;
    readonly maxSize?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
  }
  export const schema: {
    boolean(options?: Options<boolean>): Type<boolean>;
    string(options?: Options<string>): Type<string>;
    arrayOf<V>(type: Type<V>, options?: Options<V[]>): Type<V[]>;
    object<P extends Record<string, Type<unknown>>>(properties: P): Type<{ [K in keyof P]: TypeOf<P[K]> }>;
  };
}
