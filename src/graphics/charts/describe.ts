export const describeChart=(...a:any[])=>'A chart.';export const chartTable=(...a:any[])=>({columns:['a','b'] as string[],rows:[['1','2']] as string[][]});
