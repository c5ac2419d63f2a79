"""Runs a command and tells, as JSON on its last line, how long it took and how much memory it held at its peak."""

import json
import os
import sys
import time

with open(os.devnull, "w") as nothing:
    started = time.perf_counter()
    child = os.posix_spawnp(
        sys.argv[1],
        sys.argv[1:],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, nothing.fileno(), 1)],
    )
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - started
print(
    json.dumps(
        {
            "seconds": round(seconds, 3),
            "cpuSeconds": round(used.ru_utime + used.ru_stime, 3),
            "peakMb": round(used.ru_maxrss / 1024),
            "status": os.waitstatus_to_exitcode(status),
        }
    )
)
