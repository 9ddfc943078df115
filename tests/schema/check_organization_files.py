"""Validates against the schema of the organisation file: what `connlint show` writes of every fixture,
in both forms, and every organisation file among the fixtures and in the documents of rules. What the
reader refuses the schema must refuse too."""

import json
import pathlib
import re
import subprocess
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Reads times as the texts that they are in the organisation file."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def inputs(root):
    """Every input among the fixtures: files, and folders that hold one organisation."""
    for folder in ("organizations", "formats", "routing"):
        for path in sorted((root / "fixtures" / folder).rglob("*")):
            if path.suffix == ".md" or (path.is_dir() and "quirks" in path.parts):
                continue
            yield path


def shown(program, path, form):
    command = [program, "show", "--no-config", "--allow-empty", "--format", form, str(path)]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8")


def written(root):
    """Organisation files that people wrote, with the name of each."""
    for folder in ("organizations", "formats", "routing"):
        for path in sorted((root / "fixtures" / folder).rglob("*.yaml")):
            # The quirks are there for what is wrong with them.
            if "quirks" not in path.parts:
                yield path, path.read_text("utf-8")
    for path in sorted((root / "rules").rglob("*.md")):
        for block in re.findall(r"^```yaml\n(connlint:.*?)^```$", path.read_text("utf-8"), re.M | re.S):
            yield path, block


# One fault each, as the reader's errors name them.
REFUSED = [
    "connectors: []",
    "connlint: 2",
    'connlint: "1"',
    "connlint: 1\nconectors: []",
    "connlint: 1\nconnectors: {name: Fax}",
    "connlint: 1\nconnectors: [Fax]",
    "connlint: 1\nconnectors: [{kind: send}]",
    "connlint: 1\nconnectors: [{name: Fax, knid: send}]",
    "connlint: 1\nconnectors: [{name: Fax, kind: sned}]",
    "connlint: 1\nconnectors: [{name: Fax, hub: true}]",
    "connlint: 1\nconnectors: [{name: Fax, port: [25]}]",
    "connlint: 1\nconnectors: [{name: Fax, cost: ten}]",
    "connlint: 1\nconnectors: [{name: Fax, enabled: sometimes}]",
    "connlint: 1\nconnectors: [{name: Fax, max_message_size: [10MB]}]",
    "connlint: 1\nconnectors: [{name: Fax, changed: yesterday}]",
    'connlint: 1\nconnectors: [{name: Fax, address_spaces: "FAX:*"}]',
    "connlint: 1\nconnectors: [{name: Fax, smart_hosts: mail.contoso.com}]",
    "connlint: 1\nconnectors: [{name: Fax, allowed_priorities: [urgent]}]",
    "connlint: 1\nservers: [{name: EX01, roles: [hub]}]",
    "connlint: 1\nsite_links: [{name: A-B, protocol: x400}]",
    "connlint: 1\ntransport_config: [{max_send_size: 10MB}]",
    "connlint: 1\nall_connector_kinds: perhaps",
]


def main(program, root):
    root = pathlib.Path(root)
    schema = json.loads((root / "linter/import/organization_file/organization_file.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults, count = [], 0

    def validate(name, document):
        nonlocal count
        count += 1
        for error in validator.iter_errors(document):
            faults.append(f"{name}: {error.json_path}: {error.message}")

    for path in inputs(root):
        validate(f"show {path}", yaml.load(shown(program, path, "yaml"), Loader))
        validate(f"show --format json {path}", json.loads(shown(program, path, "json")))
    for path, text in written(root):
        # Examples of damaged files state one key twice or leave a bracket open.
        try:
            document = yaml.load(text, Loader)
        except yaml.YAMLError:
            continue
        validate(path, document)
    for text in REFUSED:
        command = [program, "show", "--no-config", "--allow-empty", "--input-format", "yaml", "-"]
        if subprocess.run(command, input=text.encode(), capture_output=True, check=False).returncode != 2:
            faults.append(f"the reader accepts: {text}")
        if validator.is_valid(yaml.load(text, Loader)):
            faults.append(f"the schema accepts: {text}")
    print("\n".join(faults) or f"{count} organisation files are valid, {len(REFUSED)} faults are refused")
    return 1 if faults or count < 200 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
