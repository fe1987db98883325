"""Where things lie on paper, as the `layout` command tells it."""

from __future__ import annotations

import json

from buurtapp.core.geometry import Box, Fiducial, PageLayout, SheetLayout, TextField


def test_a_layout_tells_everything_in_the_shape_of_the_command() -> None:
    layout = SheetLayout(
        "attendance",
        "7K3Q2-M",
        (
            PageLayout(
                1,
                210,
                297,
                (Box("r1.present", 20.0004, 40, 5, 5, "square", {"row": 1, "person_id": 12, "field": "present"}),),
                (TextField("w1.name", 30, 250, 80, 8, {"row": 25}),),
                (Fiducial("m0", "aruco", 8, 8, 10),),
            ),
        ),
    )
    told = json.loads(json.dumps(layout.to_json()))
    assert told["kind"] == "attendance"
    assert told["code"] == "7K3Q2-M"
    page = told["pages"][0]
    assert page["boxes"] == [
        {
            "id": "r1.present",
            "x_mm": 20.0,
            "y_mm": 40,
            "w_mm": 5,
            "h_mm": 5,
            "shape": "square",
            "meaning": {"row": 1, "person_id": 12, "field": "present"},
        }
    ]
    assert page["text_fields"][0]["id"] == "w1.name"
    assert page["fiducials"][0] == {"id": "m0", "kind": "aruco", "x_mm": 8, "y_mm": 8, "size_mm": 10, "payload": ""}
