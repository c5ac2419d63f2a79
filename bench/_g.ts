import { generateData } from "/work/main/bench/validate-data/generate-data.ts";
for (const [rows, columns] of [[10000000,20],[100000,1000]] as const) for (const f of ["parquet","csv"] as const) console.log(await generateData("/tmp/ml-gates-bench/data", {rows,columns}, f));
