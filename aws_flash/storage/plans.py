"""The plans table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from aws_flash.domain.plan import Plan
from aws_flash.storage.keeper import Keeper, Row
from aws_flash.storage.schema import plans


class Plans(Keeper[int, Plan]):
    """Plans by id."""

    name = "plans"
    table = plans
    key = plans.c.id

    def _key_of(self, value: Plan) -> int:
        return value.id

    def _row(self, value: Plan) -> Row:
        return (
            value.id,
            value.name,
            value.started_on,
            value.exam_on,
            json.dumps(value.topics),
        )

    def _value(self, row: Sequence[Any]) -> Plan:
        plan_id, name, started_on, exam_on, topics = row
        return Plan(plan_id, name, started_on, exam_on, tuple(json.loads(topics)))
