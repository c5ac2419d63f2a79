/**
 * The packages that hold the native library, one a platform, with the SHA-512 of each tarball.
 *
 * @module
 */
import { EvidenceError } from "@ml-gates/gate";

/** The pinned build. Later builds lack platforms. */
const NATIVE_VERSION = "1.5.5-r.5";

/** The one package this machine needs. */
export interface NativePackage {
  /** Such as `linux-x64-musl`. */
  readonly platform: string;
  /** Such as `@duckdb/node-bindings-linux-x64-musl`. */
  readonly name: string;
  readonly version: string;
  /** SHA-512 of the published tarball, in base64. */
  readonly sha512: string;
}

const SHA512: ReadonlyMap<string, string> = new Map([
  ["linux-x64", "kCyq6BXhn6QXfwF8yVdVKriSSHP+rfVWcJ56cG8qZzlOZpxyvT5WGm6jMshxg4ditLlOsHsIN/D47RYrcjXuHQ=="],
  ["linux-arm64", "CafH2AIvXtpwDynG3KB/4uEOHRGlFoB7auCRMIwH3BKNIobsANV5LSpDJ3tfyRCFIsK6e8AT1eseWVnu2Dv3cw=="],
  [
    "linux-x64-musl",
    "S5qEc7F+GjXt85T2xArjjvN5oc/IjtH6zsLJsuo8N3fQolheBCefemIMdZoK2Jik8a0sBxidiS6Ld4qprMPPDw==",
  ],
  [
    "linux-arm64-musl",
    "00z3mYHUBAucp3L73EoftKDdaGOaV8ENELejiT+PK7dFjTzdXxqhJwZ1LaQV1/zEhIecz+x23f6WvFhWw+7XXQ==",
  ],
  ["darwin-x64", "rN0KjX13MwVQ5V5ufykolty/tf4SaafOpGWcUA1Cegf98jPeRdsJsEE1IMXn8n3u6WvMSZEVJmHJ3ma4Hr7Vzg=="],
  [
    "darwin-arm64",
    "WJdeLTFy4pRg60rkbp9smtlP1iIQ8ErtIJkxS+2LQtM1ZZMSByyW+3WPpNoKe7IwPtVl2fLlPw7tDmQW4Z974g==",
  ],
  ["win32-x64", "mBGFn8netT/AAhK4TOG6Fw47+Db68CxCVtQ9qfxZc1kZAjds+aYrh17Fd/u5CbTDdxILsrcyuF8q9cUcm54kQA=="],
  ["win32-arm64", "L3Mroc23xhqOowWVElni8LgEmsm5e9DdG1y2pLka/1ug3Pl2vpQMl1Phxwz4UEMF8DOBbMgN5BBNrYwG2BFo+g=="],
]);

/** What tells one platform from another. */
export interface Machine {
  /** As `process.platform`. */
  readonly platform: string;
  /** As `process.arch`. */
  readonly arch: string;
  /** Whether the C library of a Linux machine is musl. */
  readonly musl: boolean;
}

/** The package for a machine. @throws EvidenceError when none is published for it. */
export function nativePackageFor({ platform, arch, musl }: Machine): NativePackage {
  const key = `${platform}-${arch}${platform === "linux" && musl ? "-musl" : ""}`;
  const sha512 = SHA512.get(key);
  if (sha512 !== undefined)
    return { platform: key, name: `@duckdb/node-bindings-${key}`, version: NATIVE_VERSION, sha512 };
  const message = `The embedded engine has no build for ${key}; it has ${[...SHA512.keys()].join(", ")}.`;
  throw new EvidenceError([{ message, remedy: "Run the gate on one of those platforms." }]);
}

/** The machine this process runs on. */
export function readMachine(): Machine {
  const { platform, arch } = process;
  return { platform, arch, musl: platform === "linux" && !hasGlibc(process.report.getReport()) };
}

function hasGlibc(report: object): boolean {
  const header = "header" in report ? report.header : null;
  return typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
}
