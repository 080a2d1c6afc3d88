"""LibreOffice as a judge: it opens Word files, accepts or rejects all changes, and saves what it then has.

The macro keeps a document's frame until the next one: without a screen LibreOffice 25.2 may fall over comments else.
"""

import os
import re
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

MACRO = """
Sub Run
  Dim jobs As Integer
  Dim row As String
  Dim hidden(1) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  Dim nothing_more()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  hidden(1).Name = "AsTemplate"
  hidden(1).Value = True
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  jobs = FreeFile
  Open Environ("JUDGE_JOBS") For Input As #jobs
  Do While Not EOF(jobs)
    Line Input #jobs, row
    cells = Split(row, Chr(9))
    opened = StarDesktop.loadComponentFromURL(ConvertToURL(cells(1)), "_blank", 0, hidden())
    If Not IsNull(opened) Then
      If cells(0) <> "open" Then
        helper = createUnoService("com.sun.star.frame.DispatchHelper")
        view = opened.CurrentController.Frame
        helper.executeDispatch(view, cells(0), "", 0, nothing_more())
      End If
      opened.storeToURL(ConvertToURL(cells(2)), filter())
      opened.close(True)
    End If
  Loop
  Close #jobs
  StarDesktop.terminate()
End Sub
"""
RUNS = 2
VERBS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges", "open": "open"}
_FORM_CHANGE = re.compile(rb"<w:rPrChange\b[^>]*/>|<w:rPrChange\b.*?</w:rPrChange>", re.DOTALL)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def judge(folder: Path, jobs: list[tuple[str, Path]]) -> list[Path]:
    """Do each job (accept, reject or just open a file) and return the files that LibreOffice saved."""
    profile = folder / "profile"
    start = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([*start, "--terminate_after_init"], check=False, capture_output=True, timeout=60)
    _write_macro(profile / "user" / "basic")
    made = [folder / f"{number}-{verb}.docx" for number, (verb, _) in enumerate(jobs)]
    given = [_with_changes_of_form_made(file, folder) if verb == "accept" else file for verb, file in jobs]
    rows = [f"{VERBS[verb]}\t{file}\t{out}" for (verb, _), file, out in zip(jobs, given, made, strict=True)]
    for _ in range(RUNS):
        _run(start, folder / "jobs.tsv", [row for row, out in zip(rows, made, strict=True) if not out.is_file()])
    missing = [out.name for out in made if not out.is_file()]
    assert not missing, f"LibreOffice made nothing of {missing}"
    return made


def _with_changes_of_form_made(file: Path, folder: Path) -> Path:
    """The file without its tracked changes of form, as if somebody had accepted these first.

    LibreOffice 26.8 that accepts all takes a deletion on top of a change of form for the latter alone, and the words
    stay; 25.2 did not.
    """
    given = folder / f"form-{file.name}"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(given, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part, _FORM_CHANGE.sub(b"", content) if part.filename.endswith(".xml") else content)
    return given


def _run(start: list[str], table: Path, rows: list[str]) -> None:
    """Have LibreOffice do the jobs of a table; it may end before the last one."""
    if rows:
        table.write_text("\n".join(rows) + "\n", encoding="utf-8")
        environment = {**os.environ, "JUDGE_JOBS": str(table)}
        macro = "macro:///Standard.Judge.Run"
        subprocess.run([*start, macro], env=environment, check=False, capture_output=True, timeout=240)


def _write_macro(folder: Path) -> None:
    library = folder / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    dtd = '<!DOCTYPE library:{0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{0}.dtd">\n'
    space = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
    for name in ("script", "dialog"):
        item = f'<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{name}.xlb/" xlink:type="simple" library:link="false"/>'
        (folder / f"{name}.xlc").write_text(
            f"{HEAD}{dtd.format('libraries')}<library:libraries {space}>{item}</library:libraries>", "utf-8"
        )
        element = '<library:element library:name="Judge"/>' if name == "script" else ""
        (library / f"{name}.xlb").write_text(
            f'{HEAD}{dtd.format("library")}<library:library {space} library:name="Standard" library:readonly="false" library:passwordprotected="false">{element}</library:library>',
            "utf-8",
        )
    (library / "Judge.xba").write_text(
        f'{HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
        f'<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judge" script:language="StarBasic">{escape(MACRO)}</script:module>',
        "utf-8",
    )
