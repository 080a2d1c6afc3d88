"""Every setting of the service as one frozen value, read once from the environment (``ITUGRAPH_*``)."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator can set; made once in the command or the app factory and handed down."""

    model_config = SettingsConfigDict(env_prefix="ITUGRAPH_", frozen=True)

    store: str = Field(default="store", description="folder of the embedded store, or the URL of a SPARQL 1.1 endpoint")
    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8000, ge=0, le=65535, description="port to listen on")
    query_timeout: float = Field(default=10.0, gt=0, description="hard deadline of a query, seconds")
    query_workers: int = Field(default=2, ge=1, description="reading processes that answer SPARQL queries")
    query_queue: int = Field(default=64, ge=1, description="queries that may wait before 503 is answered")
    query_memory: int = Field(default=400, ge=64, description="memory of one reading process beyond the store's, MiB")
    store_in_memory: int = Field(
        default=1_000_000, ge=0, description="triples of what stands up to which readers hold it in memory; 0: never"
    )
    max_rows: int = Field(default=100_000, ge=1, description="rows of a result before it is cut, which is said")
    kept_answers: int = Field(
        default=32, ge=0, description="MiB of answers kept for who asks the same of the same data; 0: none"
    )
    max_request: int = Field(default=1_048_576, ge=1024, description="bytes of a request that is no upload")
    max_upload: int = Field(default=33_554_432, ge=1024, description="bytes of an uploaded document")
    check_timeout: float = Field(default=60.0, gt=0, description="hard deadline of the check of a document, seconds")
    check_memory: int = Field(default=700, ge=128, description="memory of one checking process beyond its start, MiB")
    log_level: Literal["info", "warning", "error"] = Field(
        default="warning", description="what is logged, as JSON lines: info has a line for each request"
    )
    update_token: SecretStr | None = Field(default=None, description="token that opens /update; unset: no such route")
    share: Path | None = Field(default=None, description="folder with ontology/, data/ and queries/ to use instead")
