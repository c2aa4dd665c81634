"""`./dev` sets up once, says so in a line a step, and gets over moves, kills and failures.

The script runs for real; Python, uv and the tools are stand-ins that write down how they were called. What the
real ones do on a bare machine is in docs/install.md.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.tools import ROOT, requires

READ = ["dev", "pyproject.toml", "uv.lock", "tests/npm/package.json", "tests/npm/package-lock.json"]

# What every system has; not its Python, its tools, its package manager.
SYSTEM = "cat cksum cp cut date env flock mkdir mv readlink rm sed sh sleep tail"

UV_VERSION = re.search(r"^UV=(.*)$", (ROOT / "dev").read_text(encoding="utf-8"), re.MULTILINE)

# One program plays every part, by the name it is called by.
STAND_IN = """#!/bin/sh
printf '%s %s\\n' "${0##*/}" "$*" >>"$CALLS"
case "${0##*/} $*" in
  "id -u") echo "${AS_USER:-0}" ;;
  *"-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && cp "$0" "$3/bin/uv" ;;
  "uv --version") echo "uv $UV_VERSION" ;;
  "uv venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  "uv sync "*) [ -z "${SLOW-}" ] || sleep 2; [ -z "${NO_NETWORK-}" ] || { echo "no such host"; exit 2; } ;;
  "python -m pip install "*) echo "certificates ${PIP_CERT-} ${NODE_EXTRA_CA_CERTS-}" >>"$CALLS" ;;
  "python - "*) [ -d .sys ] || printf '%s' "${LACKS-}" ;;
  "apt-get install -s "*) printf '%s\n' "Inst libpango-1.0-0 (1.50.12)" "Conf libpango-1.0-0 (1.50.12)" ;;
  "apt-get download "*) : >"$2.deb" ;;
  "dpkg-deb -x "*) mkdir -p "$3/usr/bin" ;;
  "apt-get -y "*" install "*) [ -z "${SLOW-}" ] || sleep 2 ;;
  "python render.py "*) echo "rendered $*" ;;
  "python -m pytest "*) echo "3 passed in 0.01s" ;;
  "python -m ruff check "*) [ -z "${UNTIDY-}" ] || { echo "F401 unused import"; exit 1; } ;;
esac
"""


class Checkout:
    """A folder with `dev` in it, on a machine whose Python and tools are stand-ins."""

    def __init__(
        self, folder: Path, tools: str = "python3 npm soffice pdftoppm msgfmt", name: str = "checkout"
    ) -> None:
        self.folder = folder / name
        for name in READ:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.folder / name)
        self.programs = folder / "programs"
        self.programs.mkdir()
        for tool in ["id", *tools.split()]:
            (self.programs / tool).write_text(STAND_IN, encoding="utf-8")
            (self.programs / tool).chmod(0o755)
        for needed in SYSTEM.split():
            if path := shutil.which(needed):
                (self.programs / needed).symlink_to(path)
        self.calls_file = folder / "calls"

    def start(self, *arguments: str, **extra: str) -> subprocess.Popen[str]:
        assert UV_VERSION
        environment = {
            "PATH": str(self.programs),
            "HOME": str(self.programs),
            "CALLS": str(self.calls_file),
            "UV_VERSION": UV_VERSION[1],
        }
        return subprocess.Popen(
            [str(self.folder / "dev"), *arguments],
            env=environment | extra,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, **extra: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error of one run."""
        process = self.start(*arguments, **extra)
        out, err = process.communicate(timeout=30)
        return process.returncode, out, err

    def calls(self) -> list[str]:
        """The programs called since the last time this was asked, with their arguments."""
        if not self.calls_file.exists():
            return []
        lines = [line for line in self.calls_file.read_text(encoding="utf-8").splitlines() if line != "id -u"]
        self.calls_file.unlink()
        return lines


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def synced(calls: list[str]) -> int:
    return sum(call.startswith("uv sync") for call in calls)


def test_without_a_command_it_says_what_there_is_and_touches_nothing(checkout: Checkout) -> None:
    code, out, err = checkout.run()
    assert (code, err, checkout.calls()) == (0, "", [])
    assert "./dev build" in out
    assert "./dev test" in out
    assert not (checkout.folder / ".venv").exists()


def test_the_first_run_says_a_line_a_step_and_the_second_is_straight_away(checkout: Checkout) -> None:
    code, out, err = checkout.run("build", "--locale", "de")
    assert (code, out) == (0, "rendered render.py build --locale de\n")
    assert len(err.splitlines()) == 4
    assert all(line.startswith("dev: ") for line in err.splitlines())
    assert "uv sync --frozen --no-default-groups --inexact" in checkout.calls()

    assert checkout.run("build") == (0, "rendered render.py build\n", "")
    assert checkout.calls() == ["python render.py build"]


def test_what_is_no_word_of_its_own_goes_to_render_py(checkout: Checkout) -> None:
    assert checkout.run("verify", "a file.pdf")[:2] == (0, "rendered render.py verify a file.pdf\n")


@pytest.mark.parametrize("file", ["uv.lock", "pyproject.toml"])
def test_a_changed_lock_is_fetched_anew(checkout: Checkout, file: str) -> None:
    checkout.run("build")
    checkout.calls()
    with (checkout.folder / file).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    checkout.run("build")
    assert synced(checkout.calls()) == 1


def test_the_gate_ends_with_pytests_last_line(checkout: Checkout) -> None:
    code, out, _ = checkout.run("test")
    assert code == 0
    assert out.splitlines() == ["format: ok", "lint: ok", "types: ok", "imports: ok", "3 passed in 0.01s"]
    calls = checkout.calls()
    assert "uv sync --frozen" in calls
    assert "npm ci --no-audit --no-fund" in calls
    checkout.run("build")
    assert synced(checkout.calls()) == 0, "a machine that is ready to test is ready to build"


def test_the_quick_gate_fetches_no_tools(checkout: Checkout) -> None:
    assert checkout.run("test", "--quick", "-k", "numbers")[0] == 0
    calls = checkout.calls()
    assert not any(call.startswith("npm") for call in calls)
    assert calls[-1] == "python -m pytest -q -m not slow -k numbers"


def test_a_stage_that_fails_shows_what_it_said_and_ends_the_gate(checkout: Checkout) -> None:
    code, out, err = checkout.run("test", UNTIDY="yes")
    assert code == 1
    assert out.splitlines() == ["format: ok", "F401 unused import"]
    assert "lint failed" in err


def test_a_failure_shows_the_end_of_the_log_and_what_to_do(checkout: Checkout) -> None:
    code, _, err = checkout.run("build", NO_NETWORK="yes")
    assert code == 3
    assert "| no such host" in err
    assert "Is the network there?" in err
    assert checkout.run("build")[0] == 0


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    code, _, err = Checkout(tmp_path, tools="").run("build")
    assert code == 3
    assert "needs Python 3.11 or newer" in err


def test_a_machine_without_pango_or_a_way_to_get_it_is_told_so(checkout: Checkout) -> None:
    code, _, err = checkout.run("build", LACKS="library")
    assert code == 3
    assert "Pango" in err


def test_root_installs_packages_of_the_system(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path, tools="python3 apt-get dpkg")
    assert checkout.run("build", LACKS="NotoSans")[0] == 0
    calls = checkout.calls()
    assert any(call.startswith("apt-get -y") and " install libpango-1.0-0 " in call for call in calls)
    assert not (checkout.folder / ".sys").exists()


def test_without_root_packages_are_unpacked_into_the_checkout(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path, tools="python3 apt-get dpkg-deb", name="Büro & <co>")
    code, _, err = checkout.run("build", LACKS="library", AS_USER="1000")
    assert code == 0
    assert "dev: unpacking Pango and fonts into .sys/ (no root here)" in err.splitlines()
    assert "apt-get download libpango-1.0-0" in checkout.calls()
    fonts = ElementTree.parse(checkout.folder / ".dev" / "fonts.conf").getroot()
    assert fonts.findtext("dir") == str(checkout.folder / ".sys/usr/share/fonts")

    shutil.rmtree(checkout.folder / ".sys")
    checkout.run("build", LACKS="library", AS_USER="1000")
    assert (checkout.folder / ".sys").is_dir(), "what was deleted is unpacked again"


def test_a_killed_installation_is_finished_by_the_next_run(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path, tools="python3 apt-get dpkg")
    process = checkout.start("build", LACKS="library", SLOW="yes")
    wait_for(checkout.folder / ".dev" / "installing")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    checkout.calls()
    assert checkout.run("build")[0] == 0, "nothing seems to be missing now"
    assert "dpkg --configure -a" in checkout.calls()
    assert not (checkout.folder / ".dev" / "installing").exists()


def test_a_certificate_of_ones_own_is_told_to_pip_and_npm_as_well(checkout: Checkout) -> None:
    checkout.run("build", SSL_CERT_FILE="/etc/clinic.pem")
    assert "certificates /etc/clinic.pem /etc/clinic.pem" in checkout.calls()


def test_a_folder_that_may_not_be_written_is_told_so(checkout: Checkout) -> None:
    (checkout.folder / ".dev").touch()  # root may write everywhere, but not below a file
    code, _, err = checkout.run("build")
    assert code == 3
    assert f"This folder may not be written: {checkout.folder}" in err


def test_missing_fonts_are_named_and_stop_nothing(checkout: Checkout) -> None:
    code, _, err = checkout.run("build", LACKS="NotoSansArabic")
    assert code == 0
    assert "no font files found for: NotoSansArabic" in err


@pytest.mark.parametrize("folder", [".venv", ".dev"])
def test_what_was_deleted_is_made_again(checkout: Checkout, folder: str) -> None:
    checkout.run("build")
    checkout.calls()
    shutil.rmtree(checkout.folder / folder)
    assert checkout.run("build")[0] == 0
    assert synced(checkout.calls()) == 1
    assert checkout.run("build") == (0, "rendered render.py build\n", "")


def test_a_moved_checkout_gets_a_new_environment(checkout: Checkout) -> None:
    checkout.run("build")
    checkout.calls()
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("moved here"))
    assert checkout.run("build")[0] == 0
    assert any(call.startswith("uv venv") for call in checkout.calls())


def test_a_killed_set_up_is_made_good_by_the_next_run(checkout: Checkout) -> None:
    process = checkout.start("build", SLOW="yes")
    wait_for(checkout.folder / ".venv" / ".filling")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    checkout.calls()
    assert checkout.run("build")[0] == 0
    calls = checkout.calls()
    assert any(call.startswith("uv venv") for call in calls), "half an environment is no environment"
    assert not (checkout.folder / ".venv" / ".filling").exists()


@requires("flock")
def test_of_two_first_runs_one_sets_up_and_both_succeed(checkout: Checkout) -> None:
    first = checkout.start("build", "one", SLOW="yes")
    wait_for(checkout.folder / ".venv" / ".filling")
    second = checkout.start("build", "two", SLOW="yes")
    (out_1, _), (out_2, err_2) = first.communicate(timeout=30), second.communicate(timeout=30)
    assert (out_1, out_2) == ("rendered render.py build one\n", "rendered render.py build two\n")
    assert err_2 == "dev: waiting for another set-up in this folder\n"
    assert synced(checkout.calls()) == 1


def wait_for(file: Path) -> None:
    end = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < end, f"no {file}"
        time.sleep(0.02)
