"""The same attack without the lock: what gets through here and not inside was stopped by the lock."""

import json
import sys

from tests.hostile.network.attacks import ATTACKS
from tests.hostile.network.target import Target

try:
    got_through = ATTACKS[sys.argv[1]](Target(**json.loads(sys.argv[2])))
except OSError:
    got_through = False
print(json.dumps({"attack": sys.argv[1], "got_through": got_through}))
