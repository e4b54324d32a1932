"""Writes desk/src/api.ts: the types of the desk's answers, out of its OpenAPI description. Run it after a change there.

A test fails where the file is not what this writes, so the two sides can not drift apart.
"""

from pathlib import Path
from typing import Any

from fastapi import FastAPI

from rashomon.desk import coding, exporting, joining, judging, queue, routes

FILE = Path(__file__).parent / "src" / "api.ts"

HEAD = "// Written by desk/write_types.py from the OpenAPI description of src/rashomon/desk; change the nouns there.\n"


def types() -> str:
    """The interfaces, by name."""
    app = FastAPI()
    for router in (routes.router, judging.router, queue.router, joining.router, coding.router, exporting.router):
        app.include_router(router)
    schemas = app.openapi()["components"]["schemas"]
    return HEAD + "".join(f"\n{_interface(name, schemas[name])}" for name in sorted(schemas))


def _interface(name: str, schema: dict[str, Any]) -> str:
    lines = [f"  {key}: {_type(value)};\n" for key, value in schema["properties"].items()]
    told = " ".join(schema.get("description", "").split())
    comment = f"/** {told} */\n" if told else ""
    return f"{comment}export interface {name} {{\n{''.join(lines)}}}\n"


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(each) for each in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(f'"{value}"' for value in schema["enum"])
    if "const" in schema:
        return f'"{schema["const"]}"'
    kind = schema.get("type")
    if kind == "array":
        if "prefixItems" in schema:
            return f"[{', '.join(_type(each) for each in schema['prefixItems'])}]"
        inner = _type(schema["items"])
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    return {"integer": "number", "null": "null"}.get(str(kind), str(kind))


if __name__ == "__main__":
    FILE.write_text(types(), "utf-8")
